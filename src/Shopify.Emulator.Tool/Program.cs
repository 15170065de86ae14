using Shopify.Emulator.Tool;

#pragma warning disable RS0030 // A command line program speaks on the console.
using var stopping = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stopping.Cancel();
};
using var terminated = System.Runtime.InteropServices.PosixSignalRegistration.Create(System.Runtime.InteropServices.PosixSignal.SIGTERM, signal =>
{
    signal.Cancel = true;
    stopping.Cancel();
});
return await EmulatorCommand.RunAsync(args, Console.Out, Console.Error, stopping.Token).ConfigureAwait(false);
