namespace WhatsApp.Client.Webhooks;

/// <summary>The events of a delivery while they are made. Their number is nearly always known beforehand.</summary>
internal struct EventBuffer(int expected)
{
    private WebhookEvent[] _events = new WebhookEvent[expected];
    private int _count;

    public void Add(WebhookEvent one)
    {
        if (_count == _events.Length)
            Array.Resize(ref _events, Math.Max(4, _count * 2));
        _events[_count++] = one;
    }

    public IReadOnlyList<WebhookEvent> ToList()
    {
        if (_count != _events.Length)
            Array.Resize(ref _events, _count);
        return _events;
    }
}
