using System.Runtime.CompilerServices;

namespace WhatsApp.Client;

public sealed partial class WhatsAppSender
{
    /// <summary>
    /// Asks for a new group. It is made later: the webhook <c>group_lifecycle_update</c> with the same request id brings its id and invitation.
    /// See <see href="https://developers.facebook.com/docs/whatsapp/cloud-api/groups">groups</see>.
    /// </summary>
    /// <param name="subject">Its name.</param>
    /// <param name="description">What it is for; null for none.</param>
    /// <param name="needsApproval">Whether each who wants to join must be approved; null for the platform's default.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The request id.</returns>
    public Task<string?> CreateGroupAsync(string subject, string? description = null, bool? needsApproval = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(subject);
        var body = GraphBody.Product(json =>
        {
            json.WriteText("subject"u8, subject);
            json.WriteOptionalText("description"u8, description);
            if (needsApproval is { } approval)
                json.WriteString("join_approval_mode"u8, approval ? "approval_required"u8 : "auto_approve"u8);
        });
        return ReadAsync(GraphCall.PostOnce("groups.create", $"{NumberSegment}/groups", body), static answer => answer.Text("request_id"), cancellationToken);
    }

    /// <summary>The ids of this number's groups, page by page as they are read.</summary>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async IAsyncEnumerable<string> GetGroupsAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var node in PagesAsync("groups.list", $"{NumberSegment}/groups", cancellationToken).ConfigureAwait(false))
        {
            if (node.Text("id") is { } id)
                yield return id;
        }
    }

    /// <summary>Reads a group, in the platform's words.</summary>
    /// <param name="group">The group.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public Task<RawAnswer> GetGroupAsync(Recipient.Group group, CancellationToken cancellationToken = default) =>
        _connection.CallAsync(Account, GraphCall.Get("groups.get", Segment(group)), RawParser, cancellationToken);

    /// <summary>Asks to change a group's name or description; the webhook <c>group_settings_update</c> tells what became of it.</summary>
    /// <param name="group">The group.</param>
    /// <param name="subject">The new name; null leaves it.</param>
    /// <param name="description">The new description; null leaves it.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The request id.</returns>
    public Task<string?> ChangeGroupAsync(
        Recipient.Group group, string? subject = null, string? description = null, CancellationToken cancellationToken = default)
    {
        if (subject is null && description is null)
            throw new ArgumentException("There is nothing to change.", nameof(subject));
        var body = GraphBody.Product(json =>
        {
            json.WriteOptionalText("subject"u8, subject);
            json.WriteOptionalText("description"u8, description);
        });
        return RequestAsync(GraphCall.Post("groups.change", Segment(group), body), cancellationToken);
    }

    /// <summary>Asks to delete a group.</summary>
    /// <param name="group">The group.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The request id.</returns>
    public Task<string?> DeleteGroupAsync(Recipient.Group group, CancellationToken cancellationToken = default) =>
        RequestAsync(GraphCall.Delete("groups.delete", Segment(group)), cancellationToken);

    /// <summary>The link by which people join; there is no other way in.</summary>
    /// <param name="group">The group.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public Task<Uri?> GetInviteLinkAsync(Recipient.Group group, CancellationToken cancellationToken = default) => ReadAsync(
        GraphCall.Get("groups.get_invite_link", $"{Segment(group)}/invite_link"), static answer => answer.Address("invite_link"), cancellationToken);

    /// <summary>Makes a new link; the old one no longer works.</summary>
    /// <param name="group">The group.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public Task<Uri?> ResetInviteLinkAsync(Recipient.Group group, CancellationToken cancellationToken = default) => ReadAsync(
        GraphCall.PostOnce("groups.reset_invite_link", $"{Segment(group)}/invite_link", GraphBody.Product(static _ => { })),
        static answer => answer.Address("invite_link"),
        cancellationToken);

    /// <summary>Asks to remove people from a group; the webhook <c>group_participants_update</c> tells what became of it.</summary>
    /// <param name="group">The group.</param>
    /// <param name="people">Phones and user ids; at least one.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The request id.</returns>
    public Task<string?> RemoveParticipantsAsync(Recipient.Group group, IReadOnlyList<Recipient> people, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(people);
        ArgumentOutOfRangeException.ThrowIfZero(people.Count);
        var body = GraphBody.Product(json =>
        {
            json.WriteStartArray("participants"u8);
            foreach (var person in people)
            {
                json.WriteStartObject();
                if (person is Recipient.User user)
                    json.WriteString("user_id"u8, user.UserId);
                else if (person is Recipient.Phone phone)
                    json.WriteString("user"u8, phone.Number[0] == '+' ? phone.Number : $"+{phone.Number}");
                else
                    throw new ArgumentException("A person is needed, no group.", nameof(people));
                json.WriteEndObject();
            }

            json.WriteEndArray();
        });
        return RequestAsync(GraphCall.Delete("groups.remove_participants", $"{Segment(group)}/participants") with { Body = body }, cancellationToken);
    }

    /// <summary>Who wants to join, page by page, in the platform's words as JSON.</summary>
    /// <param name="group">The group.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async IAsyncEnumerable<ReadOnlyMemory<byte>> GetJoinRequestsAsync(
        Recipient.Group group, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var node in PagesAsync("groups.join_requests", $"{Segment(group)}/join_requests", cancellationToken).ConfigureAwait(false))
            yield return JsonBytes.Of(node);
    }

    /// <summary>Lets people in who asked to join.</summary>
    /// <param name="group">The group.</param>
    /// <param name="joinRequestIds">At least one.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The request id.</returns>
    public Task<string?> ApproveJoinRequestsAsync(Recipient.Group group, IReadOnlyList<string> joinRequestIds, CancellationToken cancellationToken = default) =>
        RequestAsync(GraphCall.Post("groups.approve_join_requests", $"{Segment(group)}/join_requests", JoinRequests(joinRequestIds)), cancellationToken);

    /// <summary>Keeps people out who asked to join.</summary>
    /// <param name="group">The group.</param>
    /// <param name="joinRequestIds">At least one.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The request id.</returns>
    public Task<string?> RejectJoinRequestsAsync(Recipient.Group group, IReadOnlyList<string> joinRequestIds, CancellationToken cancellationToken = default) =>
        RequestAsync(GraphCall.Delete("groups.reject_join_requests", $"{Segment(group)}/join_requests") with { Body = JoinRequests(joinRequestIds) }, cancellationToken);

    private Task<string?> RequestAsync(GraphCall call, CancellationToken cancellationToken) =>
        ReadAsync(call, static answer => answer.Text("request_id"), cancellationToken);

    private static byte[] JoinRequests(IReadOnlyList<string> ids)
    {
        ArgumentNullException.ThrowIfNull(ids);
        ArgumentOutOfRangeException.ThrowIfZero(ids.Count);
        return GraphBody.Product(json => json.WriteTexts("join_requests"u8, ids));
    }

    private static string Segment(Recipient.Group group)
    {
        ArgumentNullException.ThrowIfNull(group);
        return GraphCall.Segment(group.GroupId);
    }
}
