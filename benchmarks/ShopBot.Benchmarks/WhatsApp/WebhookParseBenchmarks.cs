using System.Text.Json;
using BenchmarkDotNet.Attributes;
using WhatsApp.Client.Webhooks;

namespace ShopBot.Benchmarks.WhatsApp;

/// <summary>Webhook bytes to events, beside the least any parser must do: visit every token once.</summary>
[MemoryDiagnoser]
public class WebhookParseBenchmarks
{
    /// <summary>The deliveries measured.</summary>
    public enum Delivery
    {
        OneMessage,
        OneStatus,
        BatchOf50,
    }

    private byte[] _body = [];

    [Params(Delivery.OneMessage, Delivery.OneStatus, Delivery.BatchOf50)]
    public Delivery Body { get; set; }

    [GlobalSetup]
    public void Setup() => _body = Body switch
    {
        Delivery.OneMessage => WebhookBodies.OneMessage,
        Delivery.OneStatus => WebhookBodies.OneStatus,
        _ => WebhookBodies.BatchOf50,
    };

    [Benchmark(Baseline = true, Description = "visit every token")]
    public int VisitEveryToken()
    {
        var reader = new Utf8JsonReader(_body);
        var tokens = 0;
        while (reader.Read())
            tokens++;
        return tokens;
    }

    [Benchmark(Description = "copy body")]
    public int CopyBody() => _body.AsSpan().ToArray().Length;

    [Benchmark(Description = "skim webhook")]
    public int Skim() => WebhookReader.Skim(_body).Count;

    [Benchmark(Description = "parse webhook")]
    public int Read() => WebhookReader.Read(_body).Count;
}
