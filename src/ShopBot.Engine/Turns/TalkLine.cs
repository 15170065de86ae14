namespace ShopBot.Engine.Turns;

/// <summary>One line of what a person and an assistant said to each other, kept for the assistant's next answer.</summary>
/// <param name="ByAssistant">Whether the assistant said it.</param>
/// <param name="Text">What was said.</param>
public sealed record TalkLine(bool ByAssistant, string Text)
{
    /// <inheritdoc />
    public override string ToString() => nameof(TalkLine);
}
