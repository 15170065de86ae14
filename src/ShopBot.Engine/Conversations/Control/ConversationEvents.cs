namespace ShopBot.Engine.Conversations;

/// <summary>The facts that the engine itself logs about a conversation.</summary>
public static class ConversationEvents
{
    /// <summary>A flow gave the conversation to a person of the store; payload <see cref="ConversationHandedOff"/>.</summary>
    public const string HandedOff = "conversation.handed_off";

    /// <summary>The flow answers again; payload <see cref="ConversationHandedBack"/>.</summary>
    public const string HandedBack = "conversation.handed_back";

    /// <summary>The state could not be read and the flow began anew; payload <see cref="ConversationRestarted"/>.</summary>
    public const string Restarted = "conversation.restarted";

    /// <summary>The customer asked not to be written to, or to be written to again; payload <see cref="ConsentChanged"/>.</summary>
    public const string ConsentChanged = "consent.changed";
}

/// <summary>A person of the store answers now.</summary>
/// <param name="Reason">Why, in the flow's words; null when it gave none.</param>
/// <param name="Until">When the flow takes over again at the latest; null when only by command.</param>
public sealed record ConversationHandedOff(string? Reason, DateTimeOffset? Until);

/// <summary>The flow answers again.</summary>
/// <param name="Cause"><c>command</c>, or <c>time</c>.</param>
public sealed record ConversationHandedBack(string Cause);

/// <summary>The state could not be read.</summary>
/// <param name="Flow">Whose.</param>
public sealed record ConversationRestarted(string Flow);

/// <summary>The customer's will changed.</summary>
/// <param name="OptedOut">Whether nothing may be sent.</param>
public sealed record ConsentChanged(bool OptedOut);
