namespace ShopBot.Engine.Conversations;

/// <summary>A conversation was written by a newer version of its flow or of the engine: this host leaves it to newer hosts.</summary>
public sealed class NewerConversationException : Exception
{
    /// <summary>The flow is newer.</summary>
    /// <param name="flow">The flow.</param>
    /// <param name="stored">The version that wrote the document.</param>
    /// <param name="known">The version this program has.</param>
    public NewerConversationException(string flow, int stored, int known)
        : base($"The conversation was written by version {stored} of flow '{flow}'; this program has version {known}.") => StoredVersion = stored;

    private NewerConversationException(string message)
        : base(message)
    {
    }

    /// <summary>The version of the flow that wrote the document; null when it is the engine that is newer.</summary>
    public int? StoredVersion { get; }

    internal static NewerConversationException OfEngine() => new("The conversation was written by a newer version of ShopBot.Engine.");
}
