namespace WhatsApp.Client;

/// <summary>A message that asks for its turn: the resource a <see cref="WhatsAppRateLimiter"/> counts.</summary>
/// <param name="PhoneNumberId">The number that sends.</param>
/// <param name="PairKey">Stands for the person or group it is for, one key per number and person; not reversible. Zero counts for the number only.</param>
/// <param name="MessagesPerSecond">The number's limit, in and out together.</param>
/// <param name="PairInterval">The lasting pace to one person; zero for no limit.</param>
/// <param name="PairBurst">How many messages one person may get at once.</param>
public readonly record struct WhatsAppRateRequest(
    PhoneNumberId PhoneNumberId, ulong PairKey, int MessagesPerSecond, TimeSpan PairInterval, int PairBurst);
