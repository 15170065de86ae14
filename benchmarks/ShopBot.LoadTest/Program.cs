using System.Globalization;
using ShopBot.LoadTest;
using ShopBot.LoadTest.Faults;
using ShopBot.LoadTest.Floor;
using ShopBot.LoadTest.Lone;
using ShopBot.LoadTest.Reporting;
using ShopBot.LoadTest.Running;
using Spectre.Console;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is ["--help" or "-h" or "help", ..])
{
    Console.WriteLine(LoadOptions.Help);
    return 0;
}

try
{
    var options = LoadOptions.Parse(args);
    // Progress goes beside the result, so that the result can be piped.
    var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
    console.Profile.Width = Math.Max(console.Profile.Width, 160);
    return await console.Status().StartAsync("Starting", async status =>
    {
        void Progress(string text)
        {
            if (console.Profile.Capabilities.Interactive)
                status.Status(Markup.Escape(text));
            else
                console.WriteLine(text);
        }

        return options.Command switch
        {
            "run" => await RunAsync(options, console, Progress),
            "capacity" => await Capacity.RunAsync(options, console, Progress),
            "idle" => await Idle.RunAsync(options, console, Progress),
            "lone" => await LoneCommand.RunAsync(options, console, Progress),
            "large-shops" => await LargeShops.RunAsync(options, console, Progress),
            "floor" => await FloorCommand.RunAsync(options, console, Progress),
            "faults" => await FaultCommand.RunAsync(options, console, Progress),
            _ => throw new FormatException($"{options.Command} is not a command.\n{LoadOptions.Help}"),
        };
    });
}
catch (FormatException wrong)
{
    Console.Error.WriteLine(wrong.Message);
    return 2;
}

static async Task<int> RunAsync(LoadOptions options, IAnsiConsole console, Action<string> progress)
{
    await using var world = await World.BuildAsync(options, progress);
    var faults = options.Faults.Count > 0 ? new FaultPlayer(options.Faults) : null;
    var result = await Measurement.RunAsync(options.UsesPostgres ? "PostgreSQL" : "SQLite", world, options, progress, faults);
    Report.Show(console, result);
    await Report.KeepAsync(options, result);
    return result.Ledger.IsClean ? 0 : 1;
}
