using System.Text.Json;
using WhatsApp.Client.Accounts;
using WhatsApp.Client.Diagnostics;

namespace WhatsApp.Client.Http;

/// <summary>Makes calls for accounts: measures them, waits for their turn, repeats them where that is safe, and reads refused accounts again.</summary>
internal sealed partial class GraphConnection(
    IHttpClientFactory httpClientFactory, WhatsAppClientOptions options, WhatsAppPacer pacer, WhatsAppMetrics metrics, TimeProvider time)
{
    private readonly GraphTransport _transport = new(httpClientFactory, options, time);
    private readonly CallResilience _resilience = new(options, metrics, time);

    public TimeProvider Time => time;

    /// <summary>For the transfers of media, whose bodies are streams and have deadlines of their own.</summary>
    public MediaTransport Media { get; } = new(httpClientFactory, options, metrics, time);

    /// <summary>The messaging account of sends that name none.</summary>
    public string? MessagingAccountId => options.MessagingAccountId;

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
            return call.IsSend
                ? await SendAsync(account, call, parse, cancellationToken).ConfigureAwait(false)
                : await RunAsync(account, call, parse, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            error = WhatsAppDiagnostics.ErrorType(exception);
            activity.Fail(error, exception);
            throw;
        }
        finally
        {
            metrics.CallFinished(call.Operation, error, time.GetElapsedTime(started));
            if (call.Message is { } message)
                metrics.MessageFinished(message.Type, error);
        }
    }

    private ValueTask<T> RunAsync<T>(IAccountBinding account, GraphCall call, AnswerParser<T> parse, CancellationToken cancellationToken)
        where T : class =>
        _resilience.RunAsync(
            call.Repeat,
            static (state, token) => state.Connection.AttemptAsync(state.Account, state.Call, state.Parse, token),
            (Connection: this, Account: account, Call: call, Parse: parse),
            cancellationToken);

    /// <summary>
    /// One attempt, and a second one when the platform refused the token and the source has another by now: a refused token proves that nothing was
    /// processed.
    /// </summary>
    private async ValueTask<T> AttemptAsync<T>(IAccountBinding binding, GraphCall call, AnswerParser<T> parse, CancellationToken cancellationToken)
        where T : class
    {
        var limit = call.IsSend ? options.SendTimeout : options.Resilience.AttemptTimeout;
        var account = await binding.ResolveAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await _transport.ExchangeAsync(account, call, parse, limit, cancellationToken).ConfigureAwait(false);
        }
        catch (WhatsAppApiException refusal) when (binding.CanChange && refusal.RetryClass == WhatsAppRetryClass.Account)
        {
            binding.Forget(account);
            if (!refusal.IsTokenRefused)
                throw;
            var current = await binding.ResolveAsync(cancellationToken).ConfigureAwait(false);
            if (current.AccessToken == account.AccessToken)
                throw;
            metrics.Repeated(WhatsAppDiagnostics.ErrorType(refusal));
            account = current;
        }

        return await _transport.ExchangeAsync(account, call, parse, limit, cancellationToken).ConfigureAwait(false);
    }
}
