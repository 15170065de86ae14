namespace ShopBot.Engine.Conversations;

/// <summary>A state document was written by a newer version of its flow: this host leaves the conversation to newer hosts.</summary>
/// <param name="flow">The flow.</param>
/// <param name="stored">The version that wrote the document.</param>
/// <param name="known">The version this program has.</param>
public sealed class NewerConversationException(string flow, int stored, int known)
    : Exception($"The conversation was written by version {stored} of flow '{flow}'; this program has version {known}.")
{
    /// <summary>The version that wrote the document.</summary>
    public int StoredVersion { get; } = stored;
}
