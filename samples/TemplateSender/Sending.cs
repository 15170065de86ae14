using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using WhatsApp.Client;

namespace TemplateSender;

/// <summary>Reads the arguments, checks the template, and sends it to each number.</summary>
public static class Sending
{
    private const string Usage = "Usage: TemplateSender <file of numbers> <template> <language> [text for each variable of the body]";

    /// <summary>The whole program.</summary>
    public static async Task<ExitCode> RunAsync(string[] args, IConfiguration configuration, TextWriter output, CancellationToken cancellationToken)
    {
        if (args.Length < 3)
            return await FailAsync(output, Usage);
        if (configuration["WhatsApp:PhoneNumberId"] is not { Length: > 0 } number || configuration["WhatsApp:AccessToken"] is not { Length: > 0 } token)
            return await FailAsync(output, "Set WhatsApp__PhoneNumberId and WhatsApp__AccessToken.");
        if (!File.Exists(args[0]))
            return await FailAsync(output, $"There is no file {args[0]}.");

        var template = new TemplateMessage(args[1], args[2]) { Body = [.. args.Skip(3).Select(text => new TemplateParameter.Text(TemplateText.Clean(text)))] };
        if (template.Validate() is { Count: > 0 } faults)
        {
            foreach (var fault in faults)
                await output.WriteLineAsync(fault.ToString());
            return ExitCode.InvalidTemplate;
        }

        var services = new ServiceCollection();
        services.AddWhatsAppClient(configuration.GetSection("WhatsApp"));
        await using var provider = services.BuildServiceProvider();
        var sender = provider.GetRequiredService<WhatsAppClient>().For(new WhatsAppAccount(new PhoneNumberId(number), token));
        return await new Batch(sender, template, output).SendAsync(NumberFile.Read(args[0]), cancellationToken);
    }

    private static async Task<ExitCode> FailAsync(TextWriter output, string text)
    {
        await output.WriteLineAsync(text);
        return ExitCode.Usage;
    }
}
