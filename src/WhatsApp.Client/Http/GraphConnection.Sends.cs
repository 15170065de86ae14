using WhatsApp.Client.Accounts;
using WhatsApp.Client.Diagnostics;

namespace WhatsApp.Client.Http;

internal sealed partial class GraphConnection
{
    /// <summary>A send: in its turn, and repeated only when the failure proves that it was not processed.</summary>
    private async ValueTask<T> SendAsync<T>(IAccountBinding account, GraphCall call, AnswerParser<T> parse, CancellationToken cancellationToken)
        where T : class
    {
        if (call.Message is not { } message)
            return await RunAsync(account, call, parse, cancellationToken).ConfigureAwait(false);

        var number = account.PhoneNumberId;
        var mode = message.Mode ?? pacer.DefaultMode;
        var person = pacer.KeyOf(message.To);
        var started = time.GetTimestamp();
        for (var attempt = 0; ; attempt++)
        {
            await pacer.TakeTurnAsync(number, person, mode, Patience(started), cancellationToken).ConfigureAwait(false);
            try
            {
                var result = await RunAsync(account, call, parse, cancellationToken).ConfigureAwait(false);
                pacer.Accepted(number, person);
                return result;
            }
            catch (WhatsAppApiException refusal) when (mode != WhatsAppPacingMode.Off && pacer.Heed(number, person, refusal) is { } pause && MayWait(pause, mode, attempt, started))
            {
                metrics.Repeated(WhatsAppDiagnostics.ErrorType(refusal));
            }
            catch (WhatsAppUnavailableException failure) when (failure is { RequestWasSent: false, SuggestedDelay: null } && attempt == 0 && mode == WhatsAppPacingMode.Wait)
            {
                // Nothing was sent: once more at once, on a new connection.
                metrics.Repeated(WhatsAppDiagnostics.ErrorType(failure));
            }
        }
    }

    private bool MayWait(TimeSpan pause, WhatsAppPacingMode mode, int attempt, long started) =>
        mode == WhatsAppPacingMode.Wait && attempt < pacer.Options.Repeats && pause <= Patience(started);

    private TimeSpan Patience(long started)
    {
        var left = pacer.Options.MaxWait - time.GetElapsedTime(started);
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }
}
