namespace WhatsApp.Client.Webhooks;

/// <summary>The lists of a value, whose elements are events.</summary>
internal ref struct ValueLists(EventOrigin origin, JsonTree value)
{
    public EventOrigin Origin { get; } = origin;

    /// <summary>Whether a list had anything in it.</summary>
    public bool HasAny { get; private set; }

    public void Add(ref EventBuffer events, string name, Func<EventOrigin, JsonTree, WebhookEvent> create)
    {
        foreach (var element in value[name].Elements)
        {
            var from = Origin.For(element);
            events.Add(element.IsObject ? create(from, element) : new MalformedEvent(from, $"an element of {name} is not an object"));
            HasAny = true;
        }
    }
}
