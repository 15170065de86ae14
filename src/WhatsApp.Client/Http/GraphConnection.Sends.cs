using System.Runtime.CompilerServices;
using Polly;
using WhatsApp.Client.Accounts;
using WhatsApp.Client.Diagnostics;

namespace WhatsApp.Client.Http;

internal sealed partial class GraphConnection
{
    /// <summary>
    /// Sends a message: in its turn, and again only when the failure proves that it was not processed. The way of every message, so it is one
    /// method: each asynchronous layer costs an object.
    /// </summary>
    public async Task<SendResult> SendAsync(
        IAccountBinding account, MessageEdge edge, Recipient to, OutgoingMessage message, SendOptions? options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(to);
        ArgumentNullException.ThrowIfNull(message);
        if (options is not { Validate: false })
            SendChecks.ThrowIfInvalid(to, message, options, edge.IsMarketing);

        var call = new MessageCall(this, account, edge, SendBody.Write(to, message, options, clientOptions.MessagingAccountId));
        using var activity = WhatsAppDiagnostics.Source.StartCall(edge.Operation, account.PhoneNumberId);
        var mode = options?.Pacing ?? pacer.DefaultMode;
        var person = pacer.KeyOf(to);
        var started = time.GetTimestamp();
        string? error = null;
        try
        {
            for (var attempt = 0; ; attempt++)
            {
                await pacer.TakeTurnAsync(account.PhoneNumberId, person, mode, attempt == 0 ? pacer.Options.MaxWait : Patience(started), cancellationToken)
                    .ConfigureAwait(false);
                try
                {
                    var result = await _resilience.SendAsync(AttemptSend, call, cancellationToken).ConfigureAwait(false);
                    pacer.Accepted(account.PhoneNumberId, person);
                    return result;
                }
                catch (WhatsAppApiException refusal) when (
                    mode != WhatsAppPacingMode.Off && pacer.Heed(account.PhoneNumberId, person, refusal) is { } pause && MayWait(pause, mode, attempt, started))
                {
                    metrics.Repeated(WhatsAppDiagnostics.ErrorType(refusal));
                }
                catch (WhatsAppUnavailableException failure) when (
                    failure is { RequestWasSent: false, SuggestedDelay: null } && attempt == 0 && mode == WhatsAppPacingMode.Wait)
                {
                    // Nothing was sent: once more at once, on a new connection.
                    metrics.Repeated(WhatsAppDiagnostics.ErrorType(failure));
                }
            }
        }
        catch (Exception exception)
        {
            error = WhatsAppDiagnostics.ErrorType(exception);
            activity.Fail(error, exception);
            throw;
        }
        finally
        {
            call.Release();
            metrics.CallFinished(edge.Operation, error, time, started);
            metrics.MessageFinished(message.Type, error);
        }
    }

    private static readonly Func<ResilienceContext, MessageCall, ValueTask<Outcome<SendResult>>> AttemptSend =
        static (context, call) => call.Connection.AttemptAsync(call, context.CancellationToken);

    /// <summary>One attempt, and a second one when the platform refused the token and the source has another by now.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<Outcome<SendResult>> AttemptAsync(MessageCall call, CancellationToken cancellationToken)
    {
        try
        {
            var account = await call.Account.ResolveAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                return Outcome.FromResult(await _transport.ExchangeAsync(account, call, cancellationToken).ConfigureAwait(false));
            }
            catch (WhatsAppApiException refusal) when (call.Account.CanChange && refusal.RetryClass == WhatsAppRetryClass.Account)
            {
                account = await AnotherAsync(call.Account, account, refusal, cancellationToken).ConfigureAwait(false);
            }

            return Outcome.FromResult(await _transport.ExchangeAsync(account, call, cancellationToken).ConfigureAwait(false));
        }
        catch (Exception exception)
        {
            return Outcome.FromException<SendResult>(exception);
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
