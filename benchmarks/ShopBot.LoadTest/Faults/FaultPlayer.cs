using System.Diagnostics;
using System.Globalization;
using ShopBot.LoadTest.Journeys;
using ShopBot.LoadTest.Running;

namespace ShopBot.LoadTest.Faults;

/// <summary>Plays faults one after the other while messages flow, again and again until the time is over.</summary>
internal sealed class FaultPlayer
{
    private const int RoundsOfRestarts = 3;
    private readonly IReadOnlyList<string> _names;
    private int _lastHost = -1;

    /// <exception cref="FormatException">There is no such fault.</exception>
    public FaultPlayer(IReadOnlyList<string> names)
    {
        _names = names;
        if (names.FirstOrDefault(name => name != "all" && FaultList.All.All(fault => fault.Name != name)) is { } unknown)
            throw new FormatException($"There is no fault {unknown}. There are: {string.Join(", ", FaultList.All.Select(fault => fault.Name))}, all.");
    }

    /// <summary>Sends that were flagged as possible copies by hosts that were restarted since.</summary>
    public long FlaggedBefore { get; private set; }

    /// <summary>The faults that can be played.</summary>
    public IReadOnlyList<Fault> Of(LoadOptions options) =>
        [.. FaultList.All.Where(fault => (_names.Contains("all") || _names.Contains(fault.Name)) && fault.Needs(options))];

    /// <summary>Plays every fault once, and goes on from the first as long as there is time.</summary>
    /// <returns>What was seen during each.</returns>
    public async Task<IReadOnlyList<string>> PlayAsync(World world, LoadOptions options, Ledger ledger, TimeSpan duration, Action<string> progress)
    {
        var faults = Of(options);
        var notes = new List<string>();
        var began = Stopwatch.GetTimestamp();
        for (var i = 0; faults.Count > 0 && (i < faults.Count || Stopwatch.GetElapsedTime(began) < duration); i++)
        {
            var fault = faults[i % faults.Count];
            if (fault.EndsProcesses && i / faults.Count % RoundsOfRestarts != 0)
                continue;
            progress($"{fault.Name}: {fault.Expected}");
            var (answered, apologies, at) = (ledger.Answered, ledger[Verdict.Apology] + ledger[Verdict.Unexpected], Stopwatch.GetTimestamp());
            await fault.PlayAsync(new FaultStage(world, options, ledger, this));
            var broken = ledger.Answered - answered;
            await RecoverAsync(ledger, options, at);
            var excused = ledger[Verdict.Apology] + ledger[Verdict.Unexpected] - apologies;
            notes.Add(string.Create(CultureInfo.InvariantCulture, $"{fault.Name}: {broken} answers while it lasted, {excused} apologies, {ledger.Open} open after {Stopwatch.GetElapsedTime(at).TotalSeconds:F0} s"));
        }

        return notes;
    }

    /// <summary>The hosts in turn.</summary>
    public int NextHost(World world) => _lastHost = (_lastHost + 1) % world.Hosts.Count;

    /// <summary>A host's counters begin anew when it does.</summary>
    public void RememberResends(World world, int host)
    {
        FlaggedBefore += Probe.Read([world.ProbeFile(host)])["shopbot.outbox.maybe_duplicates"].Count;
        File.Delete(world.ProbeFile(host));
    }

    /// <summary>Some calm before the next fault.</summary>
    private static async Task RecoverAsync(Ledger ledger, LoadOptions options, long began)
    {
        var before = ledger.Answered;
        while (Stopwatch.GetElapsedTime(began) < options.FaultEvery || (ledger.Answered == before && Stopwatch.GetElapsedTime(began) < TimeSpan.FromSeconds(30)))
            await Task.Delay(50);
    }
}
