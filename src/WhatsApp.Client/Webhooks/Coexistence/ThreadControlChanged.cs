using System.Diagnostics.CodeAnalysis;

namespace WhatsApp.Client.Webhooks;

/// <summary>Another app answers a conversation from now on, or this one does (field <c>messaging_handovers</c>). What it says beyond this is in <see cref="WebhookEvent.Raw"/>.</summary>
public sealed record ThreadControlChanged : WebhookEvent
{
    /// <summary>Creates an event, for tests.</summary>
    public ThreadControlChanged()
    {
    }

    [SetsRequiredMembers]
    internal ThreadControlChanged(in EventOrigin origin, JsonTree json, JsonTree contacts)
        : base(origin)
    {
        Control = KindOf(json);
        Customer = PersonOf(json, contacts);
        Timestamp = json.Instant("timestamp");
    }

    /// <summary>What happened.</summary>
    public required ThreadControl Control { get; init; }

    /// <summary>With whom the conversation is.</summary>
    public required MessageSender Customer { get; init; }

    /// <summary>When; null when absent.</summary>
    public DateTimeOffset? Timestamp { get; init; }

    private static ThreadControl KindOf(JsonTree json) =>
        json["control_passed"].IsObject ? ThreadControl.Passed
        : json["control_taken"].IsObject ? ThreadControl.Taken
        : new ThreadControl(json.Id("type") ?? json.Id("event") ?? "");

    /// <summary>Named directly, in an object of their own, or in that of the change.</summary>
    private static MessageSender PersonOf(JsonTree json, JsonTree contacts)
    {
        var person = new[] { json["user"], json["sender"], json["control_passed"], json["control_taken"] }.FirstOrDefault(one => one.IsObject) ?? json;
        return People.Of(
            contacts, person.Id("user_id") ?? json.Id("user_id"), person.Id("parent_user_id") ?? json.Id("parent_user_id"), person.Id("wa_id") ?? json.Id("wa_id"));
    }
}
