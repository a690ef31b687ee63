/** What each shell evaluates. They ask the program, so that they need not be made anew when commands change. */
export const shellScripts = {
  bash: `# Completion of commsctl for bash.
_commsctl() {
  local IFS=$'\\n' words=() i
  # Bash takes --flag=value apart; here it is one word again.
  for ((i = 1; i <= COMP_CWORD; i++)); do
    if [[ $i -gt 1 && ( "\${COMP_WORDS[i]}" == "=" || "\${COMP_WORDS[i-1]}" == "=" ) ]]; then
      words[\${#words[@]}-1]+="\${COMP_WORDS[i]}"
    else
      words+=("\${COMP_WORDS[i]}")
    fi
  done
  local current="\${words[\${#words[@]}-1]}" line value start
  local lines=($(commsctl __complete "\${words[@]}" 2>/dev/null))
  COMPREPLY=()
  for line in "\${lines[@]}"; do
    case "$line" in
      :end) ;;
      :files)
        compopt -o filenames 2>/dev/null
        start=''
        [[ "$current" == @* ]] && start='@'
        COMPREPLY+=($(compgen -P "$start" -f -- "\${current#@}"))
        ;;
      *)
        value="\${line%%$'\\t'*}"
        [[ "$current" == --*=* ]] && value="\${value#*=}"
        # A list of several shows what they are; what is put on the line is the value alone.
        if [[ \${#lines[@]} -gt 2 && "$COMP_TYPE" != 37 && "$COMP_TYPE" != 42 && "$line" == *$'\\t'?* ]]; then
          value+="  (\${line#*$'\\t'})"
        fi
        COMPREPLY+=("$value")
        ;;
    esac
  done
}
complete -F _commsctl commsctl
`,
  zsh: `#compdef commsctl
# Completion of commsctl for zsh.
_commsctl() {
  local -a lines values
  local line value
  lines=("\${(@f)$(commsctl __complete "\${(@)words[2,CURRENT]}" 2>/dev/null)}")
  for line in $lines; do
    case $line in
      :end) ;;
      :files) compset -P '*@'; _files ;;
      *)
        value=\${line%%$'\\t'*}
        values+=("\${value//:/\\\\:}:\${line#*$'\\t'}")
        ;;
    esac
  done
  (( $#values )) && _describe -V commsctl values
}
if [[ $zsh_eval_context == *loadautofunc* ]]; then _commsctl "$@"; else compdef _commsctl commsctl; fi
`,
  fish: `# Completion of commsctl for fish.
function __commsctl_complete
  set -l typed (commandline -opc)
  set -l current (commandline -ct)
  for line in (commsctl __complete $typed[2..] "$current" 2>/dev/null)
    switch $line
      case :end
      case :files
        if string match -q '@*' -- $current
          __fish_complete_path (string sub -s 2 -- $current) | string replace -r '^' @
        else
          __fish_complete_path $current
        end
      case '*'
        echo $line
    end
  end
end
complete -c commsctl -f -a '(__commsctl_complete)'
`,
} as const

export type Shell = keyof typeof shellScripts
