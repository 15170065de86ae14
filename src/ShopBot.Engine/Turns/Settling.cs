using ShopBot.Engine.Storage;

namespace ShopBot.Engine.Turns;

/// <summary>Whether the person at the head of a lane may still be writing: as long as something came in the last window, but not for ever.</summary>
internal sealed class Settling
{
    private const int MostWindows = 5;
    private long _head = -1;
    private int _seen;
    private int _windows;

    /// <param name="window">How long the flow waits; zero not at all.</param>
    /// <param name="waiting">The events at the head of the lane.</param>
    /// <returns>How long to wait now; null to run the turn.</returns>
    public TimeSpan? Wait(TimeSpan window, IReadOnlyList<LaneEvent> waiting)
    {
        if (window <= TimeSpan.Zero)
            return null;
        if (_head != waiting[0].Seq)
            (_head, _seen, _windows) = (waiting[0].Seq, 0, 0);
        if (waiting.Count == _seen || _windows == MostWindows)
            return null;
        _seen = waiting.Count;
        _windows++;
        return window;
    }
}
