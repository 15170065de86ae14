namespace WhatsApp.Client.Http;

/// <summary>Where one account's messages go, made once and kept with the account.</summary>
/// <param name="Owner">Who made it: another client may have another host.</param>
/// <param name="Uri">The address of <c>/messages</c>.</param>
internal sealed record MessageAddress(GraphTransport Owner, Uri Uri);
