using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using WhatsApp.Client.AspNetCore.Diagnostics;

namespace WhatsApp.Client.AspNetCore.Tests.Webhooks;

public sealed class MetricsTests : IAsyncDisposable
{
    private readonly WebhookServer _server = new();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Requests_changes_and_events_are_counted()
    {
        var counted = new ConcurrentDictionary<string, long>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Meter.Name == WhatsAppWebhookDiagnostics.MeterName && instrument.Meter.Scope == _server.Services.GetService(typeof(IMeterFactory)))
                self.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) =>
            counted.AddOrUpdate($"{instrument.Name} {tags[0].Value}", value, (_, sum) => sum + value));
        listener.Start();

        await _server.PostAsync(
            Delivery.Of(Delivery.Message("111", "wamid.1"), Delivery.Message("222", "wamid.2", "22"), Delivery.Message("9", "wamid.3", "9")), "secret-a");
        await _server.PostAsync("hello", "guess");

        Assert.Equal(
            new Dictionary<string, long>
            {
                ["whatsapp.webhook.requests accepted"] = 1,
                ["whatsapp.webhook.requests wrong_signature"] = 1,
                ["whatsapp.webhook.changes accepted"] = 1,
                ["whatsapp.webhook.changes dropped"] = 1,
                ["whatsapp.webhook.changes unknown"] = 1,
                ["whatsapp.webhook.events message"] = 1,
            }.OrderBy(pair => pair.Key),
            counted.OrderBy(pair => pair.Key));
    }
}
