# One image for every role: docker run slipstream ingest|streams|alerts|web --kafka HOST:PORT
FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /build
COPY . .
RUN --mount=type=cache,target=/root/.m2 \
    mvn -B -q -pl app -am -Dmaven.test.skip=true -Dspotless.check.skip package

FROM eclipse-temurin:17-jre
WORKDIR /opt/slipstream
# The state of a role; a folder of its own for each container.
RUN install -d -o 10001 -g 10001 /var/lib/slipstream
COPY --from=build /build/app/target/lib lib
COPY --from=build /build/app/target/slipstream.jar .
COPY config config
COPY samples samples
USER 10001:10001
VOLUME /var/lib/slipstream
ENV SLIPSTREAM_DATA=/var/lib/slipstream \
    SLIPSTREAM_CONFIG=/opt/slipstream/config \
    SLIPSTREAM_HOST=0.0.0.0 \
    SLIPSTREAM_PORT=8080
EXPOSE 8080
HEALTHCHECK --interval=15s --timeout=8s --start-period=60s --retries=4 \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/${SLIPSTREAM_PORT} && printf 'GET /health HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 && read -r _ status _ <&3 && [ \"$status\" = 200 ]"]
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=60", "-XX:+ExitOnOutOfMemoryError", "-Dslipstream.home=/opt/slipstream", "-jar", "slipstream.jar"]
CMD ["--help"]
