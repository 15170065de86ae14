using ShopBot.LoadTest.Journeys;
using ShopBot.LoadTest.Running;

namespace ShopBot.LoadTest.Faults;

/// <summary>Something that goes wrong while customers write.</summary>
/// <param name="Name">As on the command line.</param>
/// <param name="Expected">What must hold, for a person to read; that the ledger is clean always must.</param>
/// <param name="PlayAsync">Breaks it, waits, mends it.</param>
internal sealed record Fault(string Name, string Expected, Func<FaultStage, Task> PlayAsync)
{
    /// <summary>Whether it can be played with this set-up.</summary>
    public Func<LoadOptions, bool> Needs { get; init; } = static _ => true;

    /// <summary>Whether processes of hosts end. Long runs play such faults in every third round only, so that a process lives long enough for growth to be seen.</summary>
    public bool EndsProcesses { get; init; }

    /// <summary>Whether customers may get an apology or a "please try again" meanwhile, because what their answer needs is away for longer than a turn is retried.</summary>
    public bool MayApologise { get; init; }
}

/// <summary>Where a fault plays.</summary>
internal sealed record FaultStage(World World, LoadOptions Options, Ledger Ledger, FaultPlayer Player)
{
    /// <summary>How long things stay broken.</summary>
    public TimeSpan Length => TimeSpan.FromSeconds(Math.Max(2, Options.FaultEvery.TotalSeconds / 2));

    public Task StayAsync() => Task.Delay(Length);
}
