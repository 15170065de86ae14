using System.Diagnostics;
using System.Globalization;
using System.Text;
using ShopBot.Benchmarks.WhatsApp;

namespace ShopBot.Benchmarks.Shopify;

/// <summary>
/// How long a fresh process takes for its first typed answer over loopback: registration, connecting, whatever must be compiled, a products page of 42 kB
/// read. Budget: 150 ms with nothing compiled ahead, once the process has used HTTP at all ("HTTP warm"); the platform's own first HTTP call costs more than
/// 100 ms and is shown beside it ("bare HTTP"). A process is fresh only once, so this publishes a program of one call (<c>ShopBot.FirstAnswer</c>) and starts
/// it many times.
/// </summary>
internal static class FirstAnswer
{
    public const string Command = "first-answer";
    private const int Runs = 15;

    private static readonly (string Name, string Publish)[] Ways =
    [
        ("built, nothing compiled ahead", "--no-self-contained"),
        ("published ready to run, self-contained", "--self-contained -p:PublishReadyToRun=true -p:PublishReadyToRunComposite=true"),
        ("published as native code", "-p:PublishAot=true"),
    ];

    /// <returns>Whether the arguments asked for this.</returns>
    public static bool TryRun(string[] arguments)
    {
        if (arguments is not [Command])
            return false;
        var folder = Directory.CreateTempSubdirectory("first-answer");
        try
        {
            Measure(folder.FullName);
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        return true;
    }

    private static void Measure(string folder)
    {
        var body = ProductsPageBody.Create();
        var head = $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n";
        using var shop = new LoopbackAnswers([.. Encoding.ASCII.GetBytes(head), .. body]);
        var address = $"http://127.0.0.1:{shop.Port}";
        var programs = Ways.Select((way, at) => (way.Name, Path: Publish(way.Publish, Path.Combine(folder, at.ToString(CultureInfo.InvariantCulture))))).ToArray();
        Console.WriteLine($"Milliseconds from the first line of the program to the typed answer; median (fastest) of {Runs} fresh processes");
        Console.WriteLine($"{"",-42}{"client",14}{"HTTP warm",14}{"bare HTTP",14}{"whole process",16}");
        foreach (var (name, path) in programs)
        {
            var (client, process) = Run(path, "client", address);
            var (warm, _) = Run(path, "warm", address);
            var (bare, _) = Run(path, "bare", address);
            Console.WriteLine($"{name,-42}{client,14}{warm,14}{bare,14}{process,16}");
        }
    }

    private static string Publish(string how, string folder)
    {
        Console.WriteLine($"dotnet publish {how}");
        var project = Path.Combine(Root(), "benchmarks", "ShopBot.FirstAnswer", "ShopBot.FirstAnswer.csproj");
        // Its own intermediate folder: the ways to publish must not disturb each other.
        using var publish = Process.Start(
            "dotnet",
            $"publish \"{project}\" -c Release --use-current-runtime {how} -o \"{folder}\" --artifacts-path \"{folder}-build\" -v q --nologo --tl:off");
        publish.WaitForExit();
        return publish.ExitCode == 0 ? Path.Combine(folder, "ShopBot.FirstAnswer") : throw new InvalidOperationException("Publishing failed.");
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "ShopBot.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("Run this from a build inside the repository.");
        return folder;
    }

    private static (string Inside, string Process) Run(string path, string mode, string address)
    {
        var runs = Enumerable.Range(0, Runs).Select(_ => RunOnce(path, mode, address)).ToArray();
        return (Tell(runs.Select(static run => run.Inside)), Tell(runs.Select(static run => run.Whole)));
    }

    private static (double Inside, double Whole) RunOnce(string path, string mode, string address)
    {
        var started = Stopwatch.GetTimestamp();
        using var child = Process.Start(new ProcessStartInfo(path, [mode, address]) { RedirectStandardOutput = true })!;
        var told = child.StandardOutput.ReadToEnd();
        child.WaitForExit();
        var whole = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        return double.TryParse(told, CultureInfo.InvariantCulture, out var inside) ? (inside, whole) : throw new InvalidOperationException("The child failed.");
    }

    private static string Tell(IEnumerable<double> times)
    {
        var sorted = times.Order().ToArray();
        return string.Create(CultureInfo.InvariantCulture, $"{sorted[sorted.Length / 2]:F0} ({sorted[0]:F0})");
    }
}
