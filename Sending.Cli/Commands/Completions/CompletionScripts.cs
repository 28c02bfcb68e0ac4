namespace Sending.Cli.Commands.Completions;

/// <summary>Shell scripts that ask <c>sending-cli complete</c> for candidates, one to a line.</summary>
internal static class CompletionScripts
{
    public const string Bash =
        """
        # bash completion for sending-cli
        _sending_cli() {
            local IFS=$'\n'
            COMPREPLY=($(sending-cli complete --position "$COMP_POINT" -- "$COMP_LINE" 2>/dev/null))
            [[ ${#COMPREPLY[@]} -eq 0 ]] && compopt -o default
        }
        complete -F _sending_cli sending-cli
        """;

    public const string Zsh =
        """
        #compdef sending-cli
        _sending_cli() {
            local -a candidates
            candidates=("${(@f)$(sending-cli complete --position "$CURSOR" -- "$BUFFER" 2>/dev/null)}")
            if [[ -n "$candidates" ]]; then compadd -a candidates; else _files; fi
        }
        compdef _sending_cli sending-cli
        """;

    public const string Fish =
        """
        # fish completion for sending-cli
        complete -c sending-cli -a '(sending-cli complete --position (commandline -C) -- (commandline -p) 2>/dev/null)'
        """;

    public const string PowerShell =
        """
        # PowerShell completion for sending-cli
        Register-ArgumentCompleter -Native -CommandName sending-cli -ScriptBlock {
            param($wordToComplete, $commandAst, $cursorPosition)
            sending-cli complete --position $cursorPosition -- "$commandAst" 2>$null | ForEach-Object {
                [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
            }
        }
        """;
}
