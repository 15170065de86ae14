using WhatsApp.Client.Webhooks;

namespace WhatsApp.Client;

/// <summary>
/// Whether free-form messages may be sent to one customer from one business number, and until when: 24 hours from the customer's last
/// message or call. Outside it the platform takes templates only and refuses the rest with 131047. Immutable; give it the events of that
/// customer and number, in any order and as often as they come. A default value has seen nothing and is closed.
/// See <see href="https://developers.facebook.com/docs/whatsapp/cloud-api/guides/send-messages#customer-service-windows">customer service windows</see>.
/// </summary>
/// <param name="OpenedAt">The timestamp of the customer's last message or call, to store; null when there was none.</param>
public readonly record struct CustomerServiceWindow(DateTimeOffset? OpenedAt)
{
    /// <summary>How long the window stays open: 24 hours.</summary>
    public static TimeSpan Duration { get; } = TimeSpan.FromHours(24);

    /// <summary>How long before its end the window counts as closed, so that a message on its way does not arrive too late: 2 minutes.</summary>
    public static TimeSpan DefaultMargin { get; } = TimeSpan.FromMinutes(2);

    /// <summary>When the platform closes it; null when it never opened.</summary>
    public DateTimeOffset? ClosesAt => OpenedAt + Duration;

    /// <summary>Until when to send free-form: the end less the margin. Null when it never opened.</summary>
    /// <param name="margin">How long before the end to stop; null for <see cref="DefaultMargin"/>.</param>
    public DateTimeOffset? FreeFormUntil(TimeSpan? margin = null) => ClosesAt - (margin ?? DefaultMargin);

    /// <summary>Whether free-form may be sent now.</summary>
    /// <param name="now">The time, of a <see cref="TimeProvider"/>.</param>
    /// <param name="margin">How long before the end to stop; null for <see cref="DefaultMargin"/>.</param>
    public bool IsOpen(DateTimeOffset now, TimeSpan? margin = null) => now < FreeFormUntil(margin);

    /// <summary>The window after an event of this customer. Counts the event's own time, not that of its arrival, and never goes back.</summary>
    /// <param name="occurred">Any event; those that open nothing, such as statuses, reactions and system messages, change nothing.</param>
    public CustomerServiceWindow After(WebhookEvent occurred)
    {
        var opening = OpeningOf(occurred);
        return opening > (OpenedAt ?? DateTimeOffset.MinValue) ? new CustomerServiceWindow(opening) : this;
    }

    /// <summary>Whether it ever opened, and until when.</summary>
    public override string ToString() => ClosesAt is { } end ? $"CustomerServiceWindow(until {end:u})" : "CustomerServiceWindow(closed)";

    private static DateTimeOffset? OpeningOf(WebhookEvent occurred) => occurred switch
    {
        // A group has a window of its own, and the platform does not say that an emoji opens one.
        MessageReceived { GroupId: not null } or ReactionReceived or SystemReceived or EditReceived or RevokeReceived => null,
        RequestWelcomeReceived or MediaPlaceholderReceived or CallPermissionReplyReceived { IsAutomatic: true } => null,
        UnsupportedReceived { UnsupportedType: "reaction" or "edit" or "keep_in_chat" or "pin" } => null,
        MessageReceived message => message.Timestamp,
        CallUpdated call when call.Direction == CallDirection.UserInitiated && call.Event == CallEvent.Connect => call.Timestamp,
        CallUpdated call when call.Direction == CallDirection.UserInitiated => call.StartTime,
        CallStatusReceived call when call.Status == CallStatus.Accepted => call.Timestamp,
        _ => null,
    };
}
