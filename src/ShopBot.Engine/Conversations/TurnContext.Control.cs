using ShopBot.Engine.Storage;

namespace ShopBot.Engine.Conversations;

/// <content>Who answers, and what the engine itself says.</content>
public sealed partial class TurnContext
{
    internal bool IsHandBack { get; set; }

    /// <summary>
    /// Gives the conversation to a person of the store, from the next message on. What the customer writes then is stored and shown, flows and timers rest. The flow takes over again
    /// by a command (<see cref="ControlCommand"/>), after both were silent for a while, or at a fixed time.
    /// </summary>
    /// <param name="reason">Why, for the store; at most 200 characters. No personal data: it is in the event log.</param>
    /// <param name="idle">How long both must be silent; null for <see cref="HandOffOptions.Idle"/>, or for no matter when <paramref name="atMost"/> is given.</param>
    /// <param name="atMost">When it is over at the latest; null leaves it to silence.</param>
    public void HandOff(string? reason = null, TimeSpan? idle = null, TimeSpan? atMost = null)
    {
        if (idle is { } silence)
            ArgumentOutOfRangeException.ThrowIfLessThan(silence, TimeSpan.FromSeconds(1), nameof(idle));
        if (atMost is { } most)
            ArgumentOutOfRangeException.ThrowIfLessThan(most, TimeSpan.FromSeconds(1), nameof(atMost));
        Bot.Controls.HandOff(this, reason is { Length: > 200 } ? reason[..200] : reason, idle, atMost);
    }

    internal string EngineText(EngineText text) => Bot.Texts.Find(Locale, Store.Id, $"ShopBot.{text}") ?? EngineTexts.Get(Locale, text);

    /// <summary>The number of a new question.</summary>
    internal int NextQuestion()
    {
        Edit(static document => document with { Questions = document.Questions + 1 });
        return _document!.Questions;
    }
}
