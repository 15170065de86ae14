using ShopBot.Engine.Turns;
using WhatsApp.Client;

namespace ShopBot.Engine.Conversations;

/// <summary>A text that no route took, and what an assistant may do about it.</summary>
public sealed class AssistantRequest
{
    private readonly int _before;

    internal AssistantRequest(TurnContext turn, string text, IReadOnlyList<FlowAction> actions)
    {
        _before = turn.Replies.Count;
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

    /// <summary>Says something, before what the actions of this request show.</summary>
    /// <param name="text">1 to 4,096 characters; a longer one is cut.</param>
    public void Say(string text)
    {
        var shown = Turn.TakeReplies(_before);
        Turn.Reply(new TextMessage(FittedText.Cut(text, 4096)));
        foreach (var reply in shown ?? [])
            Turn.Reply(reply);
    }

    /// <summary>Keeps what was said for the next answer, in the conversation's document, encrypted as the rest of it.</summary>
    /// <param name="lines">All that is to be kept, oldest first; at most 64 lines.</param>
    public void Remember(IReadOnlyList<TalkLine> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(lines.Count, 64, nameof(lines));
        Turn.Edit(document => document with { Talk = lines });
    }
}
