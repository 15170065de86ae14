using System.Runtime.InteropServices;
using WhatsApp.Emulator;
using WhatsApp.Emulator.Tool;

// A program in a terminal speaks through its standard streams.
#pragma warning disable RS0030
var (output, errors) = (Console.Out, Console.Error);
#pragma warning restore RS0030

if (ToolArguments.AsksForHelp(args))
{
    await output.WriteAsync(ToolArguments.Help);
    return 0;
}

if (!ToolArguments.TryRead(args, out var settings, out var problem))
{
    await errors.WriteLineAsync(problem);
    await errors.WriteLineAsync("whatsapp-emulator --help lists the options.");
    return 2;
}

using var stop = new CancellationTokenSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
try
{
    await using var emulator = await WhatsAppEmulator.StartAsync(settings.ToOptions(), stop.Token);
    settings.Fill(emulator);
    await output.WriteAsync(Greeting.Of(emulator, settings));
    await output.FlushAsync(CancellationToken.None);
    await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, stop.Token);
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
}
catch (IOException)
{
    await errors.WriteLineAsync($"Port {settings.Port} is taken; choose another one with --port.");
    return 1;
}

return 0;

void Stop(PosixSignalContext signal)
{
    signal.Cancel = true;
    stop.Cancel();
}
