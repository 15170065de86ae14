using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text.Json;

/// <summary>
/// Listens to the metrics of the process it is loaded into and keeps a file with them up to date, so that a load test sees what any OpenTelemetry exporter would. The runtime asks for
/// this name and no namespace.
/// </summary>
internal static class StartupHook
{
    private static readonly ConcurrentDictionary<string, Measured> Series = new(StringComparer.Ordinal);
    private static readonly string[] Meters = ["ShopBot.", "WhatsApp.", "Shopify.", "ZiggyCreatures."];

    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable("SHOPBOT_PROBE_FILE") is not { Length: > 0 } file)
            return;
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (Array.Exists(Meters, prefix => instrument.Meter.Name.StartsWith(prefix, StringComparison.Ordinal)) && !instrument.IsObservable)
                    self.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Find(instrument, tags).Add(value, instrument.Unit == "s"));
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Find(instrument, tags).Add(value, false));
        listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Find(instrument, tags).Add(value, false));
        listener.Start();
        new Thread(() => Report(file)) { IsBackground = true, Name = "probe" }.Start();
    }

    // A series per instrument and operation or outcome; other tags are added up.
    private static Measured Find(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        string? kind = null;
        foreach (var tag in tags)
        {
            if (tag.Key is "db.operation.name" or "outcome" && tag.Value is string text)
                kind = text;
        }

        return Series.GetOrAdd(kind is null ? instrument.Name : $"{instrument.Name}/{kind}", static _ => new Measured());
    }

    // What a full collection leaves, every so many seconds, if that is asked for.
    private static void CollectWhenDue(double every, ref long last)
    {
        if (every <= 0 || Stopwatch.GetElapsedTime(last).TotalSeconds < every)
            return;
        GC.Collect();
        Series.GetOrAdd("process.live_heap", static _ => new Measured()).Set(GC.GetTotalMemory(forceFullCollection: false));
        last = Stopwatch.GetTimestamp();
    }

    private static void Report(string file)
    {
        var every = double.TryParse(Environment.GetEnvironmentVariable("SHOPBOT_PROBE_COLLECT"), CultureInfo.InvariantCulture, out var seconds) ? seconds : 0;
        var last = Stopwatch.GetTimestamp();
        while (true)
        {
            CollectWhenDue(every, ref last);
            var written = file + ".new";
            using (var stream = File.Create(written))
            using (var json = new Utf8JsonWriter(stream))
            {
                json.WriteStartObject();
                foreach (var (name, measured) in Series)
                    measured.Write(json, name);
                json.WriteEndObject();
            }

            File.Move(written, file, overwrite: true);
            Thread.Sleep(200);
        }
    }

    /// <summary>Count, sum, and for times the counts per eighth of a power of two of microseconds.</summary>
    private sealed class Measured
    {
        private readonly Lock _lock = new();
        private readonly long[] _buckets = new long[320];
        private long _count;
        private double _sum;

        public void Add(double value, bool isTime)
        {
            var bucket = isTime ? Math.Clamp((int)(Math.Log2(Math.Max(1, value * 1e6)) * 8), 0, 319) : -1;
            lock (_lock)
            {
                _count++;
                _sum += value;
                if (bucket >= 0)
                    _buckets[bucket]++;
            }
        }

        public void Set(double value)
        {
            lock (_lock)
                (_count, _sum) = (1, value);
        }

        public void Write(Utf8JsonWriter json, string name)
        {
            lock (_lock)
            {
                json.WriteStartObject(name);
                json.WriteNumber("count", _count);
                json.WriteNumber("sum", _sum);
                json.WriteStartArray("buckets");
                foreach (var count in _buckets.AsSpan(0, Array.FindLastIndex(_buckets, count => count > 0) + 1))
                    json.WriteNumberValue(count);
                json.WriteEndArray();
                json.WriteEndObject();
            }
        }
    }
}
