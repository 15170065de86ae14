using System.Runtime.ExceptionServices;
using System.Text.Json;
using WhatsApp.Client.Accounts;
using WhatsApp.Client.Diagnostics;

namespace WhatsApp.Client.Http;

/// <summary>Makes calls for accounts: measures them, waits for their turn, repeats them where that is safe, and reads refused accounts again.</summary>
internal sealed partial class GraphConnection(
    IHttpClientFactory httpClientFactory, WhatsAppClientOptions clientOptions, WhatsAppPacer pacer, WhatsAppMetrics metrics, TimeProvider time)
{
    private readonly GraphTransport _transport = new(httpClientFactory, clientOptions, time);
    private readonly CallResilience _resilience = new(clientOptions, metrics, time);

    public TimeProvider Time => time;

    public WhatsAppPacer Pacer => pacer;

    /// <summary>For the transfers of media, whose bodies are streams and have deadlines of their own.</summary>
    public MediaTransport Media { get; } = new(httpClientFactory, clientOptions, metrics, time);

    /// <summary>The answer of a call the platform did not refuse: always a JSON object.</summary>
    public Task<JsonDocument> CallAsync(IAccountBinding account, GraphCall call, CancellationToken cancellationToken) =>
        CallAsync(account, call, GraphAnswer.Document, cancellationToken);

    /// <summary>What the parser reads from the answer of a call the platform did not refuse.</summary>
    public async Task<T> CallAsync<T>(IAccountBinding account, GraphCall call, AnswerParser<T> parse, CancellationToken cancellationToken)
        where T : class
    {
        using var activity = WhatsAppDiagnostics.Source.StartCall(call.Operation, account.PhoneNumberId);
        var started = time.GetTimestamp();
        string? error = null;
        try
        {
            return await _resilience.RunAsync(
                call.Repeat,
                static (state, token) => state.Connection.AttemptAsync(state.Account, state.Call, state.Parse, token),
                (Connection: this, Account: account, Call: call, Parse: parse),
                cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            error = WhatsAppDiagnostics.ErrorType(exception);
            activity.Fail(error, exception);
            throw;
        }
        finally
        {
            metrics.CallFinished(call.Operation, error, time, started);
        }
    }

    /// <summary>
    /// One attempt, and a second one when the platform refused the token and the source has another by now: a refused token proves that nothing was
    /// processed.
    /// </summary>
    private async ValueTask<T> AttemptAsync<T>(IAccountBinding binding, GraphCall call, AnswerParser<T> parse, CancellationToken cancellationToken)
        where T : class
    {
        var limit = call.IsSend ? clientOptions.SendTimeout : clientOptions.Resilience.AttemptTimeout;
        var account = await binding.ResolveAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await _transport.ExchangeAsync(account, call, parse, limit, cancellationToken).ConfigureAwait(false);
        }
        catch (WhatsAppApiException refusal) when (binding.CanChange && refusal.RetryClass == WhatsAppRetryClass.Account)
        {
            account = await AnotherAsync(binding, account, refusal, cancellationToken).ConfigureAwait(false);
        }

        return await _transport.ExchangeAsync(account, call, parse, limit, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The account with another token than the refused one, or the refusal itself.</summary>
    private async Task<WhatsAppAccount> AnotherAsync(
        IAccountBinding binding, WhatsAppAccount refused, WhatsAppApiException refusal, CancellationToken cancellationToken)
    {
        binding.Forget(refused);
        if (!refusal.IsTokenRefused)
            ExceptionDispatchInfo.Throw(refusal);
        var current = await binding.ResolveAsync(cancellationToken).ConfigureAwait(false);
        if (current.AccessToken == refused.AccessToken)
            ExceptionDispatchInfo.Throw(refusal);
        metrics.Repeated(WhatsAppDiagnostics.ErrorType(refusal));
        return current;
    }
}
