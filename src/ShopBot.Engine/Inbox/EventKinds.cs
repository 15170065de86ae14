namespace ShopBot.Engine.Inbox;

/// <summary>What a stored event's payload is. Part of the stored form: never change one.</summary>
internal static class EventKinds
{
    public const string Message = "whatsapp.message";
    public const string Timer = "timer";
    public const string External = "external:";

    /// <summary>A fact about a store; the domain event's kind follows.</summary>
    public const string StoreFact = "store:";

    /// <summary>Kinds of external events that come from the platform.</summary>
    public const string UserIdUpdated = "whatsapp.user_id_update";
    public const string Echo = "whatsapp.echo";
    public const string Preference = "whatsapp.user_preference";
    public const string Status = Events.MessageStatusReport.Kind;
}
