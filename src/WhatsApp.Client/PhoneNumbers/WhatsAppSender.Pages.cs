using System.Runtime.CompilerServices;
using System.Text.Json;

namespace WhatsApp.Client;

public sealed partial class WhatsAppSender
{
    /// <summary>The items of all pages. Follows the cursor, not the address of the next page: that one carries the token.</summary>
    private async IAsyncEnumerable<JsonElement> PagesAsync(
        string operation, string path, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var next = path;
        string? cursor = null;
        while (true)
        {
            using var answer = await _connection.CallAsync(Account, GraphCall.Get(operation, next), cancellationToken).ConfigureAwait(false);
            foreach (var item in answer.RootElement.Items("data"))
                yield return item;

            var paging = answer.RootElement.Member("paging");
            var after = paging.Member("cursors").Text("after");
            if (paging.Text("next") is null || string.IsNullOrEmpty(after) || after == cursor)
                yield break;
            cursor = after;
            next = $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}after={Uri.EscapeDataString(after)}";
        }
    }
}
