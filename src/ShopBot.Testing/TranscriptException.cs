namespace ShopBot.Testing;

/// <summary>The conversation went another way than the transcript says, or the transcript cannot be read.</summary>
/// <param name="message">Where, what was written and what happened.</param>
public sealed class TranscriptException(string message) : Exception(message);
