using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace WhatsApp.Client.Diagnostics;

/// <summary>The measurements of the client. No tag names a person, a number or an account.</summary>
internal sealed class WhatsAppMetrics
{
    private const string ErrorTag = "error.type";
    private readonly Histogram<double> _duration;
    private readonly Counter<long> _sent;
    private readonly Histogram<double> _wait;
    private readonly Counter<long> _repeated;
    private readonly Counter<long> _breaker;
    private readonly Counter<long> _limiterFailed;

    public WhatsAppMetrics(IMeterFactory? meterFactory)
    {
        var meter = meterFactory?.Create(WhatsAppDiagnostics.MeterName) ?? new Meter(WhatsAppDiagnostics.MeterName);
        _duration = meter.CreateHistogram(
            "whatsapp.client.call.duration",
            unit: "s",
            description: "Time of one call to the Cloud API, waiting and repetitions included.",
            tags: null,
            advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.05, 0.1, 0.2, 0.3, 0.5, 0.75, 1, 2, 3, 5, 10] });
        _sent = meter.CreateCounter<long>("whatsapp.client.message.sent", "{message}", "Messages by type and outcome.");
        _wait = meter.CreateHistogram(
            "whatsapp.client.pacing.wait",
            unit: "s",
            description: "Time a message waited for its turn; those that did not have to wait are not recorded.",
            tags: null,
            advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.01, 0.05, 0.1, 0.5, 1, 2, 6, 15, 30, 60] });
        _repeated = meter.CreateCounter<long>("whatsapp.client.call.repeated", "{call}", "Calls made again, by the failure before.");
        _breaker = meter.CreateCounter<long>("whatsapp.client.circuit_breaker.transitions", "{transition}", "Changes of the circuit breaker, by its new state.");
        _limiterFailed = meter.CreateCounter<long>("whatsapp.client.pacing.limiter_failed", "{failure}", "Questions the rate limiter did not answer; the message was sent uncounted.");
    }

    /// <summary>A call ended; the clock is read only when somebody listens.</summary>
    public void CallFinished(string operation, string? error, TimeProvider time, long started)
    {
        if (!_duration.Enabled)
            return;
        var elapsed = time.GetElapsedTime(started);
        var tags = new TagList { { "whatsapp.operation", operation } };
        if (error is not null)
            tags.Add(ErrorTag, error);
        _duration.Record(elapsed.TotalSeconds, tags);
    }

    public void MessageFinished(string type, string? error)
    {
        if (_sent.Enabled)
            _sent.Add(1, new TagList { { "whatsapp.message.type", type }, { "whatsapp.outcome", OutcomeOf(error) } });
    }

    public void Waited(TimeSpan wait, bool isPairLimit, string outcome) => _wait.Record(
        wait.TotalSeconds,
        new TagList { { "whatsapp.pacing.scope", isPairLimit ? "pair" : "number" }, { "whatsapp.outcome", outcome } });

    public void Repeated(string error) => _repeated.Add(1, new KeyValuePair<string, object?>(ErrorTag, error));

    public void BreakerChanged(string state) => _breaker.Add(1, new KeyValuePair<string, object?>("whatsapp.circuit_breaker.state", state));

    public void LimiterFailed(Exception exception) => _limiterFailed.Add(1, new KeyValuePair<string, object?>(ErrorTag, exception.GetType().Name));

    private static string OutcomeOf(string? error) => error switch
    {
        null => "accepted",
        WhatsAppDiagnostics.Paced => "held_back",
        WhatsAppDiagnostics.Cancelled => "cancelled",
        WhatsAppDiagnostics.Unreachable => "not_sent",
        WhatsAppDiagnostics.NoAnswer => "unknown",
        _ => "rejected",
    };
}
