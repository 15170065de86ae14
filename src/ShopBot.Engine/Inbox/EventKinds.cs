namespace ShopBot.Engine.Inbox;

/// <summary>What a stored event's payload is. Part of the stored form: never change one.</summary>
internal static class EventKinds
{
    public const string Message = "whatsapp.message";
    public const string Timer = "timer";
    public const string External = "external:";
}
