using System.Runtime.CompilerServices;
using System.Text.Json;

namespace WhatsApp.Client;

public sealed partial class WhatsAppSender
{
    /// <summary>
    /// Blocks people who wrote within the last 24 hours: nothing goes to or comes from them any more. At most 64,000 in all.
    /// See <see href="https://developers.facebook.com/docs/whatsapp/cloud-api/block-users">block users</see>.
    /// </summary>
    /// <param name="people">Phones and user ids, no parent ids and no groups; at least one.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public Task<BlockOutcome> BlockAsync(IReadOnlyList<Recipient> people, CancellationToken cancellationToken = default) =>
        BlockingAsync(new GraphCall("block.add", HttpMethod.Post, $"{NumberSegment}/block_users", Body(people), CallRepeat.Freely), "added_users", cancellationToken);

    /// <summary>Unblocks people.</summary>
    /// <param name="people">Phones and user ids, no parent ids and no groups; at least one.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public Task<BlockOutcome> UnblockAsync(IReadOnlyList<Recipient> people, CancellationToken cancellationToken = default) =>
        BlockingAsync(new GraphCall("block.remove", HttpMethod.Delete, $"{NumberSegment}/block_users", Body(people), CallRepeat.Freely), "removed_users", cancellationToken);

    /// <summary>Lists whom this number blocks, page by page as they are read.</summary>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async IAsyncEnumerable<BlockedUser> GetBlockedAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var node in PagesAsync("block.list", $"{NumberSegment}/block_users?limit=100", cancellationToken).ConfigureAwait(false))
            yield return Blocked(node);
    }

    /// <summary>
    /// Forgets a person's phone number in the portfolio's contact book, so that it no longer comes with their messages.
    /// See <see href="https://developers.facebook.com/docs/whatsapp/business-scoped-user-ids">contact book</see>.
    /// </summary>
    /// <param name="user">The person.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>Whether they were in it.</returns>
    public Task<bool> DeleteFromContactBookAsync(Recipient.User user, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(user);
        var path = $"{NumberSegment}/contact_book?messaging_product=whatsapp&bsuid={Uri.EscapeDataString(user.UserId)}";
        return ReadAsync(GraphCall.Delete("contact_book.delete", path), static answer => answer.IsTrue("deleted"), cancellationToken);
    }

    private Task<BlockOutcome> BlockingAsync(GraphCall call, string member, CancellationToken cancellationToken) => ReadAsync(
        call,
        answer => new BlockOutcome(
            [.. answer.Member("block_users").Items(member).Select(Blocked)],
            [.. answer.Member("block_users").Items("failed_users").Select(static one => new BlockFailure(one.Text("input") ?? "", Code(one.First("errors"))))]),
        cancellationToken);

    private static int? Code(JsonElement error) => error.Number("code") ?? error.Number("error_code");

    private static BlockedUser Blocked(JsonElement node) => new(node.Text("wa_id"), node.Text("user_id"));

    private static byte[] Body(IReadOnlyList<Recipient> people)
    {
        ArgumentNullException.ThrowIfNull(people);
        ArgumentOutOfRangeException.ThrowIfZero(people.Count);
        return GraphBody.Product(json =>
        {
            json.WriteStartArray("block_users"u8);
            foreach (var person in people)
            {
                json.WriteStartObject();
                if (person is Recipient.User { UserId: var id } && !id.Contains(".ENT.", StringComparison.Ordinal))
                    json.WriteString("user_id"u8, id);
                else if (person is Recipient.Phone phone)
                    json.WriteString("user"u8, phone.Number[0] == '+' ? phone.Number : $"+{phone.Number}");
                else
                    throw new ArgumentException("Only phones and user ids can be blocked, no parent ids and no groups.", nameof(people));
                json.WriteEndObject();
            }

            json.WriteEndArray();
        });
    }
}
