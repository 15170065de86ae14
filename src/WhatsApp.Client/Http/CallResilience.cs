using System.Runtime.CompilerServices;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;
using WhatsApp.Client.Diagnostics;

namespace WhatsApp.Client.Http;

/// <summary>
/// Repeats what may be repeated, by the class of the failure, within one deadline, and holds calls back while the host fails. It works on our
/// exceptions instead of HTTP responses, because the class stands in the body.
/// </summary>
internal sealed class CallResilience
{
    private readonly ResiliencePipeline<SendResult> _sends;
    private readonly ResiliencePipeline _breaker;
    private readonly ResiliencePipeline _freely;
    private readonly ResiliencePipeline _whenNotProcessed;

    public CallResilience(WhatsAppClientOptions options, WhatsAppMetrics metrics, TimeProvider time)
    {
        _sends = new ResiliencePipelineBuilder<SendResult> { TimeProvider = time }
            .AddCircuitBreaker(Breaker(new CircuitBreakerStrategyOptions<SendResult>(), options.Resilience, metrics)).Build();
        _breaker = new ResiliencePipelineBuilder { TimeProvider = time }
            .AddCircuitBreaker((CircuitBreakerStrategyOptions)Breaker(new CircuitBreakerStrategyOptions(), options.Resilience, metrics)).Build();
        _freely = Repeating(options, metrics, time, CallRepeat.Freely);
        _whenNotProcessed = Repeating(options, metrics, time, CallRepeat.WhenNotProcessed);
    }

    /// <summary>Sends a message through the circuit breaker of sends: once.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<SendResult> SendAsync(
        Func<ResilienceContext, MessageCall, ValueTask<Outcome<SendResult>>> attempt, MessageCall call, CancellationToken cancellationToken)
    {
        var context = ResilienceContextPool.Shared.Get(continueOnCapturedContext: false, cancellationToken);
        var outcome = await _sends.ExecuteOutcomeAsync(attempt, context, call).ConfigureAwait(false);
        ResilienceContextPool.Shared.Return(context);
        if (outcome.Exception is BrokenCircuitException exception)
            throw HeldBack(exception);
        outcome.ThrowIfException();
        return outcome.Result!;
    }

    /// <summary>Makes a call by its kind. A read receipt passes the circuit breaker only.</summary>
    public async ValueTask<TResult> RunAsync<TResult, TState>(
        CallRepeat repeat, Func<TState, CancellationToken, ValueTask<TResult>> call, TState state, CancellationToken cancellationToken)
    {
        var pipeline = repeat switch { CallRepeat.Never => _breaker, CallRepeat.Freely => _freely, _ => _whenNotProcessed };
        try
        {
            return await pipeline.ExecuteAsync(call, state, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutRejectedException exception)
        {
            throw new WhatsAppUnavailableException("The Cloud API did not answer in time.", requestWasSent: true, exception);
        }
        catch (BrokenCircuitException exception)
        {
            throw HeldBack(exception);
        }
    }

    private static WhatsAppUnavailableException HeldBack(BrokenCircuitException exception) =>
        new("The Cloud API failed too often, so calls are held back for a moment.", requestWasSent: false, exception)
        {
            SuggestedDelay = exception.RetryAfter,
        };

    private ResiliencePipeline Repeating(WhatsAppClientOptions options, WhatsAppMetrics metrics, TimeProvider time, CallRepeat repeat)
    {
        var builder = new ResiliencePipelineBuilder { TimeProvider = time }.AddTimeout(options.ReadTimeout);
        if (options.Resilience.Repeats > 0)
        {
            builder.AddRetry(new RetryStrategyOptions
            {
                MaxRetryAttempts = options.Resilience.Repeats,
                Delay = options.Resilience.Delay,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                ShouldHandle = arguments => ValueTask.FromResult(MayRepeat(arguments.Outcome.Exception, repeat, options.ReadTimeout)),
                DelayGenerator = arguments => ValueTask.FromResult(DelayOf(arguments.Outcome.Exception)),
                OnRetry = arguments =>
                {
                    metrics.Repeated(WhatsAppDiagnostics.ErrorType(arguments.Outcome.Exception!));
                    return default;
                },
            });
        }

        return builder.AddPipeline(_breaker).Build();
    }

    /// <summary>A wait that the deadline would cut short helps nobody: then the error is told at once.</summary>
    private static bool MayRepeat(Exception? failure, CallRepeat repeat, TimeSpan deadline) =>
        ClassOf(failure) switch
        {
            WhatsAppRetryClass.NotProcessed => true,
            WhatsAppRetryClass.UnknownOutcome => repeat == CallRepeat.Freely,
            _ => false,
        } && !(DelayOf(failure) >= deadline);

    private static WhatsAppRetryClass? ClassOf(Exception? failure) => failure switch
    {
        WhatsAppApiException api => api.RetryClass,
        WhatsAppUnavailableException unavailable => unavailable.RetryClass,
        _ => null,
    };

    private static TimeSpan? DelayOf(Exception? failure) => (failure as WhatsAppApiException)?.SuggestedDelay;

    private static CircuitBreakerStrategyOptions<T> Breaker<T>(CircuitBreakerStrategyOptions<T> breaker, WhatsAppResilienceOptions options, WhatsAppMetrics metrics)
    {
        breaker.FailureRatio = options.BreakerFailureRatio;
        breaker.MinimumThroughput = options.BreakerMinimumCalls;
        breaker.SamplingDuration = options.BreakerSamplingTime;
        breaker.BreakDuration = options.BreakerOpenTime;
        breaker.ShouldHandle = arguments => ValueTask.FromResult(IsHostFailure(arguments.Outcome.Exception));
        breaker.OnOpened = _ => Tell(metrics, "open");
        breaker.OnHalfOpened = _ => Tell(metrics, "half_open");
        breaker.OnClosed = _ => Tell(metrics, "closed");
        return breaker;
    }

    /// <summary>The host failed, not one account's call: no connection, no answer, or a server error without a code of its own (1 and 2 say no more).</summary>
    private static bool IsHostFailure(Exception? failure) => failure switch
    {
        WhatsAppUnavailableException unavailable => unavailable.IsHostFailure,
        WhatsAppApiException { HttpStatus: >= 500, Code: null or 1 or 2 } => true,
        _ => false,
    };

    private static ValueTask Tell(WhatsAppMetrics metrics, string state)
    {
        metrics.BreakerChanged(state);
        return default;
    }
}
