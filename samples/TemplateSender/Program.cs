using Microsoft.Extensions.Configuration;
using TemplateSender;

var configuration = new ConfigurationBuilder().AddEnvironmentVariables().Build();
using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, key) =>
{
    key.Cancel = true;
    stop.Cancel();
};

return (int)await Sending.RunAsync(args, configuration, Console.Out, stop.Token);
