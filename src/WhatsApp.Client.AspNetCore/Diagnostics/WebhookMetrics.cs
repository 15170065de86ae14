using System.Diagnostics.Metrics;
using WhatsApp.Client.Webhooks;

namespace WhatsApp.Client.AspNetCore.Diagnostics;

/// <summary>The measurements of receiving.</summary>
internal sealed class WebhookMetrics
{
    private readonly Counter<long> _requests;
    private readonly Counter<long> _changes;
    private readonly Counter<long> _events;

    public WebhookMetrics(IMeterFactory meterFactory)
    {
        var meter = meterFactory.Create(WhatsAppWebhookDiagnostics.MeterName);
        _requests = meter.CreateCounter<long>("whatsapp.webhook.requests", "{request}", "Webhook requests answered.");
        _changes = meter.CreateCounter<long>("whatsapp.webhook.changes", "{change}", "Changes in webhook requests.");
        _events = meter.CreateCounter<long>("whatsapp.webhook.events", "{event}", "Events handed on.");
    }

    public void Answered(WebhookOutcome outcome) => _requests.Add(1, new KeyValuePair<string, object?>("outcome", outcome.Name));

    public void Sorted(int accepted, int dropped, int unknown)
    {
        Count("accepted", accepted);
        Count("dropped", dropped);
        Count("unknown", unknown);
    }

    public void HandedOn(IReadOnlyList<RoutedEvent> events)
    {
        foreach (var routed in events)
            _events.Add(1, new KeyValuePair<string, object?>("kind", Kind(routed.Event)));
    }

    private void Count(string outcome, int count)
    {
        if (count > 0)
            _changes.Add(count, new KeyValuePair<string, object?>("outcome", outcome));
    }

    private static string Kind(WebhookEvent webhookEvent) => webhookEvent switch
    {
        MessageReceived => "message",
        StatusReceived => "status",
        CallUpdated or CallStatusReceived => "call",
        EchoedMessage or StandbyMessage or HistoryReceived => "copy",
        MalformedEvent => "malformed",
        UnknownEvent => "unknown",
        _ => "other",
    };
}
