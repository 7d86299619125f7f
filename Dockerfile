# One program on Debian 12: built with the same list of packages as ./run, run by a user of its own.
FROM debian:12 AS build
WORKDIR /rollcall
COPY scripts/setup scripts/setup
RUN scripts/setup run && rm -rf /var/lib/apt/lists/*
COPY . .
RUN cmake --preset release && cmake --build --preset release --target rollcall

FROM debian:12-slim
RUN apt-get update && apt-get install -y --no-install-recommends \
      ca-certificates curl \
      libcsv3 libfmt9 libicu72 libminizip1 libprometheus-cpp-core1.0 librdkafka1 librocksdb7.8 libsimdjson14 libspdlog1.10 libssl3 libstdc++6 libxlsxwriter4 zlib1g \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --uid 10001 --home-dir /data --no-create-home rollcall \
    && install -d -o rollcall -g rollcall -m 0700 /data /secrets
COPY --from=build /rollcall/build/release/services/cli/rollcall /usr/local/bin/rollcall
COPY LICENSE /usr/share/doc/rollcall/LICENSE
USER rollcall
VOLUME /data
EXPOSE 8080
ENV ROLLCALL_DATA=/data ROLLCALL_LISTEN=0.0.0.0:8080
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s CMD ["curl", "-fsS", "-o", "/dev/null", "http://127.0.0.1:8080/readyz"]
STOPSIGNAL SIGTERM
ENTRYPOINT ["rollcall"]
CMD ["serve"]
