namespace Shopify.Client.Tests.Support;

/// <summary>Tests that watch whether the process still works on something, so no other test may run beside them.</summary>
[CollectionDefinition(DisableParallelization = true)]
public sealed class AloneInTheProcess;
