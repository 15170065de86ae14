using System.Text.Json;

namespace WhatsApp.Client;

public sealed partial class WhatsAppSender
{
    /// <summary>This number as a part of a path.</summary>
    private string NumberSegment => GraphCall.Segment(Account.PhoneNumberId.Value);

    private async Task<T> ReadAsync<T>(GraphCall call, Func<JsonElement, T> read, CancellationToken cancellationToken)
    {
        using var answer = await _connection.CallAsync(Account, call, cancellationToken).ConfigureAwait(false);
        return read(answer.RootElement);
    }

    /// <summary>A change that is answered with <c>success</c>.</summary>
    private async Task DoAsync(GraphCall call, CancellationToken cancellationToken)
    {
        using var answer = await _connection.CallAsync(Account, call, cancellationToken).ConfigureAwait(false);
        GraphAnswer.RequireSuccess(answer.RootElement);
    }

    private static WhatsAppUnavailableException Without(string what, string part) =>
        new($"The Cloud API answered {what} without {part}.", requestWasSent: true);
}
