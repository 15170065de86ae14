using ShopBot.Engine.Turns;

namespace ShopBot.Engine.Conversations;

/// <summary>A text that no route took, and what an assistant may do about it.</summary>
public sealed class AssistantRequest
{
    internal AssistantRequest(TurnContext turn, string text, IReadOnlyList<FlowAction> actions)
    {
        Turn = turn;
        Text = text;
        Actions = actions;
    }

    /// <summary>The turn; replies go here.</summary>
    public TurnContext Turn { get; }

    /// <summary>What the person wrote.</summary>
    public string Text { get; }

    /// <summary>The taps whose routes allow it (<see cref="TapRoute.Tool"/>): an assistant can do nothing that a button cannot.</summary>
    public IReadOnlyList<FlowAction> Actions { get; }

    /// <summary>What was said lately, oldest first.</summary>
    public IReadOnlyList<TalkLine> History => Turn.Document?.Talk ?? [];

    /// <summary>Keeps what was said for the next answer, in the conversation's document, encrypted as the rest of it.</summary>
    /// <param name="lines">All that is to be kept, oldest first; at most 64 lines.</param>
    public void Remember(IReadOnlyList<TalkLine> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(lines.Count, 64, nameof(lines));
        Turn.Edit(document => document with { Talk = lines });
    }
}
