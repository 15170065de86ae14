using ShopBot.Engine.Turns;

namespace ShopBot.Engine.Conversations;

/// <summary>What the engine runs: a turn over a state document. Written by deriving from <see cref="Flow{TState}"/>.</summary>
public interface IFlow
{
    /// <summary>The flow's name, stored with every state document and in every tap.</summary>
    string Name { get; }

    /// <summary>The version of its state and taps, from 1.</summary>
    int Version { get; }

    /// <summary>
    /// Runs one turn. Collects effects and changes nothing outside; may be called again with the same input after a crash.
    /// </summary>
    /// <param name="input">The event, the state and who it is about.</param>
    /// <param name="cancellationToken">The turn's deadline, or the loss of its lease.</param>
    Task<TurnResult> RunAsync(TurnInput input, CancellationToken cancellationToken);
}
