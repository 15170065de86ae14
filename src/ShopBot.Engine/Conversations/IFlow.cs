using ShopBot.Engine.Turns;

namespace ShopBot.Engine.Conversations;

/// <summary>
/// A conversation: turns over a state document. Written by deriving from <see cref="Flow{TState}"/>; this interface is for flows of another kind altogether.
/// One instance serves all turns at once.
/// </summary>
public interface IFlow
{
    /// <summary>The flow's name, stored with every state document and in every tap: 1 to 16 characters of a-z, 0-9 and '-', unique in the bot.</summary>
    string Name { get; }

    /// <summary>The version of its state and taps, from 1.</summary>
    int Version { get; }

    /// <summary>How long the engine waits for a person to finish writing before the turn; zero not at all. Consecutive texts are then one.</summary>
    TimeSpan CoalesceWindow => TimeSpan.Zero;

    /// <summary>From what age on messages that waited are answered together (<see cref="TurnEntry.Backlog"/>); null never.</summary>
    TimeSpan? BacklogAfter => null;

    /// <summary>Whether consecutive texts of one turn leave as one message.</summary>
    bool MergesReplies => false;

    /// <summary>Checks what can be checked before the first turn. Called once, when the host starts.</summary>
    /// <exception cref="InvalidOperationException">Something is forgotten; the message says what to add.</exception>
    void Prepare()
    {
    }

    /// <summary>Whether the flow has a route for an event from outside or a timer.</summary>
    /// <param name="occurred">The event.</param>
    bool Takes(TurnEvent occurred) => false;

    /// <summary>What becomes of two states of one person, whose two conversations are merged into the first; the first one when nothing better is known.</summary>
    /// <param name="mine">The state that goes on.</param>
    /// <param name="theirs">The state that ends.</param>
    FlowDocument Merge(FlowDocument mine, FlowDocument theirs) => mine;

    /// <summary>
    /// Runs one turn over <see cref="TurnContext.Load"/> and ends it with <see cref="TurnContext.Save"/>. Collects effects and changes nothing outside; may be called again with the same
    /// input after a crash.
    /// </summary>
    /// <param name="turn">The event, the state and who it is about.</param>
    ValueTask RunAsync(TurnContext turn);
}
