using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace WhatsApp.Client.Diagnostics;

/// <summary>The measurements of the client.</summary>
internal sealed class WhatsAppMetrics(IMeterFactory? meterFactory)
{
    private readonly Histogram<double> _duration = (meterFactory?.Create(WhatsAppDiagnostics.MeterName) ?? new Meter(WhatsAppDiagnostics.MeterName))
        .CreateHistogram(
            "whatsapp.client.call.duration",
            unit: "s",
            description: "Time of one call to the Cloud API, answer included.",
            tags: null,
            advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.05, 0.1, 0.2, 0.3, 0.5, 0.75, 1, 2, 3, 5, 10] });

    public void CallFinished(string operation, string? error, TimeSpan elapsed)
    {
        var tags = new TagList { { "whatsapp.operation", operation } };
        if (error is not null)
            tags.Add("error.type", error);
        _duration.Record(elapsed.TotalSeconds, tags);
    }
}
