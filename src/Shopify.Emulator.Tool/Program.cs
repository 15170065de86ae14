using System.Runtime.InteropServices;

namespace Shopify.Emulator.Tool;

internal static class Program
{
#pragma warning disable RS0030 // A command line program speaks on the console.
    private static async Task<int> Main(string[] arguments)
    {
        using var stopping = new CancellationTokenSource();
        using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        return await EmulatorCommand.RunAsync(arguments, Console.Out, Console.Error, stopping.Token).ConfigureAwait(false);

        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stopping.Cancel();
        }
    }
#pragma warning restore RS0030
}
