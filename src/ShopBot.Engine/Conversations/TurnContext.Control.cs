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
    /// <param name="idle">How long both must be silent; null for <see cref="HandOffOptions.Idle"/>.</param>
    /// <param name="atMost">Instead of silence: when it is over, whoever writes.</param>
    /// <exception cref="ArgumentException">Both are given.</exception>
    public void HandOff(string? reason = null, TimeSpan? idle = null, TimeSpan? atMost = null)
    {
        if (idle is not null && atMost is not null)
            throw new ArgumentException("It ends by silence or at a time, not both.", nameof(atMost));
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
