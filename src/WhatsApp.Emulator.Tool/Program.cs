using System.Runtime.InteropServices;

namespace WhatsApp.Emulator.Tool;

/// <summary>Starts the emulator, says where it is, and waits for Ctrl+C.</summary>
internal static class Program
{
    private static async Task<int> Main(string[] args)
    {
        // A program in a terminal speaks through its standard streams.
#pragma warning disable RS0030
        var (output, errors) = (Console.Out, Console.Error);
#pragma warning restore RS0030
        if (ToolArguments.AsksForHelp(args))
        {
            await output.WriteAsync(ToolArguments.Help).ConfigureAwait(false);
            return 0;
        }

        if (!ToolArguments.TryRead(args, out var settings, out var problem))
        {
            await errors.WriteLineAsync(problem).ConfigureAwait(false);
            await errors.WriteLineAsync("whatsapp-emulator --help lists the options.").ConfigureAwait(false);
            return 2;
        }

        using var stop = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        try
        {
            var emulator = await WhatsAppEmulator.StartAsync(settings.ToOptions(), stop.Token).ConfigureAwait(false);
            await using (emulator.ConfigureAwait(false))
            {
                settings.Fill(emulator);
                await output.WriteAsync(Greeting.Of(emulator, settings)).ConfigureAwait(false);
                await output.FlushAsync(CancellationToken.None).ConfigureAwait(false);
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, stop.Token).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
        }
        catch (IOException)
        {
            await errors.WriteLineAsync($"Port {settings.Port} is taken; choose another one with --port.").ConfigureAwait(false);
            return 1;
        }

        return 0;

        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stop.Cancel();
        }
    }
}
