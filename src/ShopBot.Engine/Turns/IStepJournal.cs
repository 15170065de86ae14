namespace ShopBot.Engine.Turns;

/// <summary>
/// Remembers the results of calls that a turn made to the outside, by step name, so that a repeated turn over the same event does not repeat the call.
/// Handlers use it through <c>turn.Once(step, …)</c>.
/// </summary>
public interface IStepJournal
{
    /// <summary>The result that an earlier run of this turn recorded.</summary>
    /// <param name="step">The step's name, unique within the turn.</param>
    /// <param name="result">What was recorded; JSON.</param>
    /// <returns>False when the step has not been recorded yet.</returns>
    bool TryGet(string step, out ReadOnlyMemory<byte> result);

    /// <summary>Records a result for good: when this returns, no later run of the turn makes the call again.</summary>
    /// <param name="step">The step's name, unique within the turn.</param>
    /// <param name="result">JSON.</param>
    /// <param name="cancellationToken">The turn's own token.</param>
    ValueTask RecordAsync(string step, ReadOnlyMemory<byte> result, CancellationToken cancellationToken);
}
