using System.Globalization;

namespace ShopBot.LoadTest;

/// <summary>What the command line asks for.</summary>
internal sealed record LoadOptions
{
    public const string Help =
        """
        Drives customers of many stores through shopping journeys against real hosts, and counts every message.

          run (default)      one measurement
          capacity           as fast as it goes, with grouping off, with two hosts (PostgreSQL), at half speed with pages asked meanwhile, and the bare-SQL floor, in one run
          large-shops        what 20 shops with 100,000 variants cost the Shopify emulator
          floor              the bare-SQL floor alone
          faults             named faults, each with what is expected of it
          idle               what a host costs with 10,000 stores, a million conversations and a million timers, and no traffic
          lone               how long one customer waits for a host that has nothing else to do, beside a bot that only answers

        Options
          --storage sqlite|postgres   where hosts keep things (sqlite); of faults: one host with SQLite or two with PostgreSQL alone (both)
          --redis                     with a Redis for the shared cache
          --hosts N                   host processes, on PostgreSQL (1)
          --rate N                    messages per second, whoever waits (open loop); 0: as many as --concurrency allows (0)
          --concurrency N             customers who wait for an answer at once, when --rate is 0 (128)
          --duration S                seconds that are measured (20)
          --warmup S                  seconds before (5)
          --stores N                  stores (100)
          --customers N               conversations per store (60)
          --apps N                    Meta apps the stores share; webhooks of one app are batched together (4)
          --batch MS                  gather webhooks this long, as Meta does under load; 0: one event per POST (0)
          --graph-latency MS          how long Graph takes to answer a send (0)
          --group N                   most events or turns that share a commit; 1 switches grouping off (512)
          --faults LIST               faults to play one after the other while messages flow: names of the scenarios, or all
          --fault-every S             seconds from one fault to the next (8)
          --seed N                    of the journeys (1)
          --json                      the result as JSON on standard output
          --out FILE                  the result as JSON in a file
        """;

    private static readonly HashSet<string> Flags = ["redis", "json"];

    public string Command { get; init; } = "run";
    public bool UsesPostgres { get; init; }

    /// <summary>Whether the storage was named, so that <c>faults</c> keeps to it.</summary>
    public bool NamesStorage { get; init; }

    public bool UsesRedis { get; init; }
    public int Hosts { get; init; } = 1;
    public double Rate { get; init; }
    public int Concurrency { get; init; } = 128;
    public TimeSpan Duration { get; init; } = TimeSpan.FromSeconds(20);
    public TimeSpan Warmup { get; init; } = TimeSpan.FromSeconds(5);
    public int Stores { get; init; } = 100;
    public int Customers { get; init; } = 60;
    public int Apps { get; init; } = 4;
    public int BatchMilliseconds { get; init; }
    public int GraphMilliseconds { get; init; }
    public int Group { get; init; } = 512;
    public IReadOnlyList<string> Faults { get; init; } = [];
    public TimeSpan FaultEvery { get; init; } = TimeSpan.FromSeconds(8);
    public int Seed { get; init; } = 1;
    /// <summary>Whether the load test's listener is in the hosts. Without it nothing is known of what happens inside, and nothing is added to what a host costs.</summary>
    public bool HasProbe { get; init; } = true;

    /// <summary>Whether some customers write three messages in a row.</summary>
    public bool Bursts { get; init; } = true;

    public bool Json { get; init; }
    public string? Out { get; init; }

    /// <exception cref="FormatException">The command line is not understood; the text is for the person at the keyboard.</exception>
    public static LoadOptions Parse(string[] arguments)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var command = "run";
        for (var i = 0; i < arguments.Length; i++)
        {
            if (!arguments[i].StartsWith("--", StringComparison.Ordinal))
            {
                command = arguments[i];
                continue;
            }

            var name = arguments[i][2..];
            values[name] = Flags.Contains(name) ? "" : ++i < arguments.Length ? arguments[i] : throw new FormatException($"--{name} needs a value.");
        }

        if (values.Keys.FirstOrDefault(name => !Help.Contains($"--{name} ", StringComparison.Ordinal)) is { } unknown)
            throw new FormatException($"--{unknown} is not an option.\n{Help}");
        var defaults = new LoadOptions();
        return new LoadOptions
        {
            Command = command,
            UsesPostgres = values.GetValueOrDefault("storage", "sqlite") switch
            {
                "sqlite" => false,
                "postgres" => true,
                _ => throw new FormatException("--storage is sqlite or postgres."),
            },
            NamesStorage = values.ContainsKey("storage"),
            UsesRedis = values.ContainsKey("redis"),
            Hosts = Whole("hosts", defaults.Hosts),
            Rate = Whole("rate", 0),
            Concurrency = Whole("concurrency", defaults.Concurrency),
            Duration = TimeSpan.FromSeconds(Whole("duration", 20)),
            Warmup = TimeSpan.FromSeconds(Whole("warmup", 5)),
            Stores = Whole("stores", defaults.Stores),
            Customers = Whole("customers", defaults.Customers),
            Apps = Whole("apps", defaults.Apps),
            BatchMilliseconds = Whole("batch", 0),
            GraphMilliseconds = Whole("graph-latency", 0),
            Group = Whole("group", defaults.Group),
            Faults = values.GetValueOrDefault("faults", "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
            FaultEvery = TimeSpan.FromSeconds(Whole("fault-every", 8)),
            Seed = Whole("seed", 1),
            Json = values.ContainsKey("json"),
            Out = values.GetValueOrDefault("out"),
        };

        int Whole(string name, int otherwise) => !values.TryGetValue(name, out var text) ? otherwise
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw new FormatException($"--{name} needs a whole number.");
    }
}
