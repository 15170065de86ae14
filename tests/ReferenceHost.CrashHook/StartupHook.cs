using System.Diagnostics;

/// <summary>
/// Kills its own process, as a power cut would, at the first engine activity named in the file of <c>SHOPBOT_CRASH_FILE</c>: for example
/// <c>shopbot.turn:started</c>. Without the file nothing happens. The runtime asks for this name and no namespace.
/// </summary>
internal static class StartupHook
{
    private static string _file = "";

    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable("SHOPBOT_CRASH_FILE") is not { Length: > 0 } file)
            return;
        _file = file;
        ActivitySource.AddActivityListener(new ActivityListener
        {
            ShouldListenTo = source => source.Name == "ShopBot.Engine",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStarted = activity => Reached(activity.OperationName + ":started"),
            ActivityStopped = activity => Reached(activity.OperationName + ":stopped"),
        });
    }

    private static void Reached(string point)
    {
        if (!File.Exists(_file) || File.ReadAllText(_file) != point)
            return;
        using var self = Process.GetCurrentProcess();
        self.Kill();
        // Nothing may run on while the signal is under way.
        Thread.Sleep(Timeout.Infinite);
    }
}
