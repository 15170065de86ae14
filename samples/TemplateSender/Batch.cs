using System.Globalization;
using WhatsApp.Client;

namespace TemplateSender;

/// <summary>
/// Sends one message to many, a few at a time: how fast it may go is the client's affair. Lines are named by their number in the file,
/// never by the person.
/// </summary>
public sealed class Batch(WhatsAppSender sender, TemplateMessage template, TextWriter output)
{
    private const int AtATime = 8;

    /// <summary>Sends to every line, each once.</summary>
    public async Task<ExitCode> SendAsync(IReadOnlyList<NumberLine> lines, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var run = Guid.CreateVersion7().ToString("N");
        var log = TextWriter.Synchronized(output);
        var accepted = 0;
        try
        {
            await Parallel.ForEachAsync(lines, new ParallelOptions { MaxDegreeOfParallelism = AtATime, CancellationToken = stop.Token }, async (line, token) =>
            {
                var (text, isAccepted, isHopeless) = await SendOneAsync(line, run, token);
                log.WriteLine(string.Create(CultureInfo.InvariantCulture, $"line {line.Line}: {text}"));
                if (isAccepted)
                    Interlocked.Increment(ref accepted);
                if (isHopeless)
                    await stop.CancelAsync();
            });
        }
        catch (OperationCanceledException)
        {
            log.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Stopped: {accepted} of {lines.Count} accepted."));
            return ExitCode.Stopped;
        }

        log.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{accepted} of {lines.Count} accepted."));
        return accepted == lines.Count ? ExitCode.AllAccepted : ExitCode.SomeFailed;
    }

    private async Task<(string Text, bool IsAccepted, bool IsHopeless)> SendOneAsync(NumberLine line, string run, CancellationToken cancellationToken)
    {
        if (line.Recipient is null)
            return ("not a phone number", false, false);
        try
        {
            var options = new SendOptions { BizOpaqueCallbackData = string.Create(CultureInfo.InvariantCulture, $"{run}/{line.Line}") };
            return ($"accepted, {await sender.SendAsync(line.Recipient, template, options, cancellationToken)}", true, false);
        }
        catch (WhatsAppApiException refused)
        {
            return ($"refused, {refused.Message}", false, refused.RetryClass is WhatsAppRetryClass.Account);
        }
        catch (WhatsAppUnavailableException unavailable)
        {
            return (unavailable.RequestWasSent ? "unknown, do not repeat before the status webhooks are in" : "not sent, the Cloud API was not reached", false, !unavailable.RequestWasSent);
        }
        catch (WhatsAppException other)
        {
            return ($"not sent, {other.Message}", false, false);
        }
    }
}
