namespace WhatsApp.Client;

public sealed partial class WhatsAppSender
{
    private static readonly AnswerParser<RawAnswer> RawParser = static json =>
    {
        using var answer = GraphAnswer.Document(json);
        return answer is null ? null : new RawAnswer(json.ToArray());
    };

    /// <summary>
    /// Makes a call in the platform's own words, with this account's token, the time limits, repetitions, errors and measurements of every other
    /// call. The raw form of each operation, and the way to what is newer than this version. It is not paced: a message is
    /// better sent as <see cref="RawMessage"/>.
    /// </summary>
    /// <param name="request">Method, path and body.</param>
    /// <param name="cancellationToken">Stops waiting. A change already on its way may still happen.</param>
    /// <returns>The answer as it came.</returns>
    public Task<RawAnswer> CallAsync(RawRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var call = new GraphCall(
            request.Operation, request.Method, request.Path, request.Json?.ToArray(), request.MayRepeat ? CallRepeat.Freely : CallRepeat.WhenNotProcessed);
        return _connection.CallAsync(Account, call, RawParser, cancellationToken);
    }
}
