using System.Diagnostics;
using System.Diagnostics.Metrics;
using WhatsApp.Client.Diagnostics;
using WhatsApp.Client.Tests.Http;

namespace WhatsApp.Client.Tests.Diagnostics;

public sealed class DiagnosticsTests : IAsyncDisposable
{
    private readonly CloudApi _api = new();

    public ValueTask DisposeAsync() => _api.DisposeAsync();

    [Fact]
    public async Task Failed_send_leaves_a_span_and_a_measurement_without_personal_data()
    {
        var spans = new List<Activity>();
        using var parent = new Activity("test").Start();
        using var spanListener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == WhatsAppDiagnostics.ActivitySourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                if (activity.TraceId == parent.TraceId)
                    spans.Add(activity);
            },
        };
        ActivitySource.AddActivityListener(spanListener);
        var errors = new List<string?>();
        using var meterListener = new MeterListener();
        meterListener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == WhatsAppDiagnostics.MeterName)
                listener.EnableMeasurementEvents(instrument);
        };
        meterListener.SetMeasurementEventCallback<double>((_, _, tags, _) =>
        {
            lock (errors)
                errors.Add(tags.ToArray().FirstOrDefault(tag => tag.Key == "error.type").Value as string);
        });
        meterListener.Start();
        _api.Answer(400, """{"error":{"code":131064,"fbtrace_id":"Abc"}}""");

        await Assert.ThrowsAsync<WhatsAppApiException>(() => _api.SendAsync());

        var span = Assert.Single(spans);
        Assert.Equal("messages.send", span.DisplayName);
        Assert.Equal("131064", span.GetTagItem("error.type"));
        Assert.Equal("Abc", span.GetTagItem("whatsapp.fbtrace_id"));
        Assert.DoesNotContain(span.TagObjects, tag => tag.Value?.ToString()?.Contains("4915550001111", StringComparison.Ordinal) == true);
        lock (errors)
            Assert.Contains("131064", errors);
    }
}
